import type { INodeProperties } from 'n8n-workflow';

/** Shows a field only for these operations. */
const forOperations = (...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['mail'], operation },
});

const acknowledgeFields: INodeProperties[] = [
	{
		displayName: 'Folder',
		name: 'folder',
		type: 'string',
		default: '={{ $json.mail.folder }}',
		required: true,
		description: 'The folder the mail is in',
		displayOptions: forOperations('acknowledge'),
	},
	{
		displayName: 'UID',
		name: 'uid',
		type: 'string',
		default: '={{ $json.mail.uid }}',
		required: true,
		description: 'The number of the mail in its folder, as the trigger gives it',
		displayOptions: forOperations('acknowledge'),
	},
	{
		displayName: 'UIDVALIDITY',
		name: 'uidValidity',
		type: 'string',
		default: '={{ $json.mail.uidValidity }}',
		required: true,
		description:
			'The numbering that the UID belongs to, as the trigger gives it. It keeps the wrong mail from being moved after a folder was made anew.',
		displayOptions: forOperations('acknowledge'),
	},
	{
		displayName: 'Move To',
		name: 'moveTo',
		type: 'string',
		default: 'Verwerkt',
		required: true,
		description: 'The folder that the mail goes to. It is made when it does not exist.',
		displayOptions: forOperations('acknowledge'),
	},
];

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

export const mailFields = [...acknowledgeFields, ...replyFields, ...sendFields, ...sharedFields];
