import type { INodeProperties } from 'n8n-workflow';
import { sourceField } from './source';

/** Shows a field only for these operations. */
const forOperations = (...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['mail'], operation },
});

const acknowledgeFields: INodeProperties[] = [
	sourceField(forOperations('acknowledge')),
	{
		displayName: 'Mail',
		name: 'mail',
		type: 'json',
		default: '={{ $json.mail }}',
		required: true,
		description: 'Where the mail lies, as the trigger gives it',
		displayOptions: forOperations('acknowledge'),
	},
	{
		displayName: 'Put Away By',
		name: 'putAwayBy',
		type: 'options',
		options: [
			{ name: 'Marking It', value: 'flag', description: 'The mail stays in its folder, with a keyword' },
			{ name: 'Moving It', value: 'move', description: 'The mail goes to another folder' },
		],
		default: 'move',
		displayOptions: forOperations('acknowledge'),
	},
	{
		displayName: 'Move To',
		name: 'moveTo',
		type: 'string',
		default: 'Verwerkt',
		required: true,
		description: 'The folder that the mail goes to. It is made when it does not exist.',
		displayOptions: { show: { ...forOperations('acknowledge')!.show, putAwayBy: ['move'] } },
	},
	{
		displayName: 'Keyword',
		name: 'keyword',
		type: 'string',
		default: '$Geregistreerd',
		required: true,
		description:
			'The keyword (IMAP) or category (Exchange) that the mail gets. Fill in the same in the trigger, which then skips it.',
		displayOptions: { show: { ...forOperations('acknowledge')!.show, putAwayBy: ['flag'] } },
	},
];

/** Sending goes by the credential that reads the mailbox too. */
const sendingSource: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'hidden',
	default: 'imap',
	displayOptions: forOperations('reply', 'send'),
};

const replyFields: INodeProperties[] = [
	{
		displayName: 'Signal',
		name: 'signal',
		type: 'json',
		default: '={{ $json.signal }}',
		required: true,
		description: 'The signal whose customer gets an answer, as the register gives it',
		displayOptions: forOperations('reply'),
	},
];

const sendFields: INodeProperties[] = [
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'name@email.com',
		description: 'One or more addresses, separated by commas',
		displayOptions: forOperations('send'),
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		default: '',
		required: true,
		displayOptions: forOperations('send'),
	},
];

const sharedFields: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 8 },
		default: '',
		required: true,
		displayOptions: forOperations('reply', 'send'),
	},
	{
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		default: '',
		placeholder: 'R-2026-000123',
		description: 'The signal that the mail is about. The register notes that it was sent.',
		displayOptions: forOperations('send'),
	},
	{
		displayName: 'Idempotency Key',
		name: 'idempotencyKey',
		type: 'string',
		default: '={{ $json.signal.reference }}:{{ $nodeId }}',
		required: true,
		description:
			'What makes this mail one mail: with the same key it goes out once, however often the workflow runs',
		displayOptions: forOperations('reply', 'send'),
	},
	{
		displayName: 'Maximum Per Address Per Day',
		name: 'maxPerDay',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 5,
		description:
			'How many mails an address gets in 24 hours, of all kinds together. More are not sent: two machines that answer each other stop by it.',
		displayOptions: forOperations('reply'),
	},
	{
		displayName: 'Maximum Per Address Per Day',
		name: 'maxPerDay',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 500,
		description: 'How many mails an address gets in 24 hours. Above it the operation fails.',
		displayOptions: forOperations('send'),
	},
];

export const mailFields = [
	...acknowledgeFields,
	sendingSource,
	...replyFields,
	...sendFields,
	...sharedFields,
];
