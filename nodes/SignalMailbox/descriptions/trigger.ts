import type { INodeProperties } from 'n8n-workflow';
import { skipKeywordField, sourceField } from './source';

const FOLDER: INodeProperties = {
	displayName: 'Folder',
	name: 'folder',
	type: 'string',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Folder' },
	default: ['INBOX'],
	required: true,
};

/** The fields of the trigger. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'A mail comes by again until Signal Mailbox: Acknowledge puts it away. Put a Signal Register node right after this one, so that each is handled once.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	sourceField(),
	{
		...FOLDER,
		description:
			'The folders to look in, by their full path, such as INBOX, INBOX/Klachten, or the path of a shared folder',
		displayOptions: { show: { source: ['imap', 'imapOAuth2', 'graph'] } },
	},
	{
		...FOLDER,
		default: ['.'],
		description: 'The folders to look in, seen from the base folder in the credential, which is itself a dot',
		displayOptions: { show: { source: ['folder'] } },
	},
	{
		displayName: 'Batch Size',
		name: 'batchSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1000 },
		default: 50,
		description:
			'How many mails go to one execution. When there are more, the next batch is given when the one before it is done. Smaller costs more time per mail; larger takes more memory.',
	},
	{
		displayName: 'Maximum Mails',
		name: 'maximumMails',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10_000 },
		default: 50,
		description:
			'How many mails to give at most in one poll, in batches of Batch Size. The next poll goes on where this one stopped. A test in the editor gives one mail.',
	},
	{
		displayName: 'Maximum in Flight',
		name: 'maximumInFlight',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10_000 },
		default: 1000,
		description:
			'How many mails may be in executions at the same time: given, not yet put away, and not past Show Again After. No more are given until there is room.',
	},
	{
		displayName: 'Show Again After (Minutes)',
		name: 'leaseMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: 10,
		description:
			'After how many minutes, at the latest, a mail that was not put away is given again. Longer than an execution takes. Once its execution has ended it comes back sooner: with the next poll, and then after pauses that double up to this.',
	},
	skipKeywordField(),
	{
		displayName: 'Colleagues',
		name: 'colleagues',
		type: 'string',
		default: '',
		placeholder: 'balie@company.nl, servicepunt.nl',
		description:
			'Addresses or domains, separated by commas. Of a mail that one of them forwards, the customer is who wrote it first. Empty: everybody with the domain of the mailbox, or everybody for a folder of files. Name the addresses where customers have the same domain.',
	},
	{
		displayName: 'Maximum Size (MB)',
		name: 'maximumSizeMb',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 10,
		description: 'Of a larger mail only the text is read. Its attachments are not taken out of its source.',
	},
	{
		displayName: 'Download Attachments',
		name: 'downloadAttachments',
		type: 'boolean',
		default: true,
		description: 'Whether to give the attachments along as binary data. The source of the mail always is.',
	},
];
