import type { INodeProperties } from 'n8n-workflow';
import { forMailbox } from './shared';
import { sendingSourceField, skipKeywordField, sourceField, type SourceChoice } from './source';

export const mailboxOperation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['mailbox'] } },
	options: [
		{
			name: 'Get Health',
			value: 'getHealth',
			description: 'Tell whether the intake goes on: what waits, how long, and what needs a person',
			action: 'Get the health of the intake',
		},
		{
			name: 'Send Released',
			value: 'sendReleased',
			description: 'Send the mails that were released in the register, each once',
			action: 'Send the released mails',
		},
	],
	default: 'getHealth',
};

const folderField = (value: string, source: SourceChoice[]): INodeProperties => ({
	displayName: 'Folder',
	name: 'folder',
	type: 'string',
	default: value,
	required: true,
	description: 'The folder that the trigger looks in',
	displayOptions: { show: { ...forMailbox('getHealth')!.show, source } },
});

const threshold = (
	displayName: string,
	name: string,
	value: number,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0 },
	default: value,
	description,
	displayOptions: forMailbox('getHealth'),
});

export const mailboxFields: INodeProperties[] = [
	sourceField(forMailbox('getHealth')),
	sendingSourceField(forMailbox('sendReleased')),
	folderField('INBOX', ['imap', 'imapOAuth2', 'graph']),
	folderField('.', ['folder']),
	skipKeywordField(forMailbox('getHealth')!.show),
	threshold('Maximum Backlog', 'maxBacklog', 100, 'How many mails may wait in the folder'),
	threshold(
		'Maximum Age (Minutes)',
		'maxAgeMinutes',
		30,
		'How long the oldest mail in the folder may have been there',
	),
	threshold(
		'Maximum Minutes Since Success',
		'maxMinutesSinceSuccess',
		30,
		'How long ago the last mail may have been finished, while there is mail in the folder. 0 leaves it out.',
	),
	threshold(
		'Maximum Quarantine',
		'maxQuarantine',
		0,
		'How many mails may wait that could not be read, or whose intake failed three times or more in a row',
	),
	threshold(
		'Maximum Outgoing Waiting',
		'maxOutgoingWaiting',
		0,
		'How many outgoing mails may wait for a person, because they are in doubt or were held back by a limit',
	),
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: forMailbox('sendReleased'),
	},
];
