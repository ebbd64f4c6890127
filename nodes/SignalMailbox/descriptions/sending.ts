import type { INodeProperties } from 'n8n-workflow';
import { forOperations } from './shared';

const toField: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'name@email.com',
	description: 'One or more addresses, separated by commas',
	displayOptions: forOperations('forward', 'send'),
};

const textField = (displayOptions: INodeProperties['displayOptions']): INodeProperties => ({
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 8 },
	default: '',
	required: true,
	description: 'An empty line starts a paragraph, "- " a point of a list, "> " a quotation',
	displayOptions,
});

/** What the mail is about and what it says. */
const contentFields: INodeProperties[] = [
	{
		displayName: 'Signal',
		name: 'signal',
		type: 'json',
		default: '={{ $json.signal }}',
		required: true,
		description: 'The signal that is answered or forwarded, as the register gives it',
		displayOptions: forOperations('forward', 'reply'),
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		default: '',
		required: true,
		displayOptions: forOperations('send'),
	},
	{
		displayName: 'Content',
		name: 'content',
		type: 'options',
		options: [
			{ name: 'Own Text', value: 'text', description: 'Text that is sent as it is' },
			{
				name: 'Own Template',
				value: 'template',
				description: 'Text with placeholders such as {nummer} and {naam}',
			},
			{ name: 'Ready: Doorgezet', value: 'doorgezet' },
			{ name: 'Ready: Ontvangstbevestiging', value: 'ontvangstbevestiging' },
			{ name: 'Ready: Opgelost', value: 'opgelost' },
			{ name: 'Ready: Te Beoordelen', value: 'teBeoordelen' },
			{ name: 'Ready: Vraag Om Informatie', value: 'vraagOmInformatie' },
		],
		default: 'text',
		description: 'What the mail says. The ready texts are in the documentation, to copy and adapt.',
		displayOptions: forOperations('forward', 'reply'),
	},
	{
		displayName: 'Template',
		name: 'template',
		type: 'string',
		typeOptions: { rows: 8 },
		default: 'Beste {naam},\n\n\n\nMet vriendelijke groet,\n{organisatie}',
		required: true,
		description:
			'Placeholders: {bericht}, {leverancier}, {naam}, {nummer}, {onderwerp}, {organisatie}, {soort}, {status}, {ticket}. Use these and no expressions for words of the customer.',
		displayOptions: {
			show: { ...forOperations('forward', 'reply')!.show, content: ['template'] },
		},
	},
	textField({ show: { ...forOperations('forward', 'reply')!.show, content: ['text'] } }),
	textField(forOperations('send')),
	{
		displayName: 'HTML',
		name: 'html',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description:
			'A whole page to show instead of the text, such as mail.html of Supplier Report. Who reads without HTML gets the text. Empty: the text in the house style.',
		displayOptions: forOperations('send'),
	},
	{
		displayName: 'Attachment Fields',
		name: 'attachments',
		type: 'string',
		default: '',
		placeholder: 'pdf, xlsx',
		description: 'The binary properties of the item that go along, separated by commas',
		displayOptions: forOperations('send'),
	},
	{
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		default: '',
		placeholder: 'R-2026-000123',
		description:
			'The signal that the mail is about. The register notes that it was sent, and an answer to it comes back to that signal.',
		displayOptions: forOperations('send'),
	},
];

const forwardFields: INodeProperties[] = [
	{
		displayName:
			'The mail carries the name, the address and all that the customer wrote. Forward it only to who needs it to help this customer.',
		name: 'privacyNotice',
		type: 'notice',
		default: '',
		displayOptions: forOperations('forward'),
	},
	{
		displayName: 'Include',
		name: 'include',
		type: 'options',
		options: [
			{ name: 'Original Mail as Attachment', value: 'original' },
			{ name: 'Text and Attachments', value: 'inline' },
		],
		default: 'inline',
		description: 'How the message of the customer goes along',
		displayOptions: forOperations('forward'),
	},
	{
		displayName: 'Original Mail Property',
		name: 'originalProperty',
		type: 'string',
		default: 'source',
		description: 'The binary property of the item that holds the source of the mail',
		displayOptions: { show: { ...forOperations('forward')!.show, include: ['original'] } },
	},
	{
		displayName: 'Maximum Attachments (MB)',
		name: 'maxFilesMb',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 15,
		description:
			'How large all attachments may be together. What does not fit is named in the mail. Many mail servers take no more than 20 MB.',
		displayOptions: forOperations('forward'),
	},
];

const onceFields: INodeProperties[] = [
	{
		displayName: 'Idempotency Key',
		name: 'idempotencyKey',
		type: 'string',
		default: '={{ $json.signal.reference }}:{{ $nodeId }}',
		required: true,
		description:
			'What makes this mail one mail: with the same key it goes out once, however often the workflow runs',
		displayOptions: forOperations('forward', 'reply', 'send'),
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
		displayOptions: forOperations('forward', 'send'),
	},
	{
		displayName: 'Send Without Register',
		name: 'withoutRegister',
		type: 'boolean',
		default: false,
		description:
			'Whether the mail also goes when the register cannot be reached or written, for an alarm about that. It is then not recorded, and goes once per idempotency key in each process of n8n.',
		displayOptions: forOperations('send'),
	},
];

export const sendingFields = [toField, ...contentFields, ...forwardFields, ...onceFields];
