import type { INodeProperties } from 'n8n-workflow';

/** Of a mailbox that is known by its address, the From Address may be left empty. */
export const MAILBOX_SENDS: Pick<INodeProperties, 'description'> = {
	description:
		'The address that answers are sent from. Empty: the address of the mailbox. Another one works only when the mailbox may send as it.',
};

/**
 * The fields of a credential that say who sends, how our mail looks and how much of it may go out.
 * @param fromAddress what the From Address asks for
 */
export const senderProperties = (
	fromAddress: Pick<INodeProperties, 'required' | 'description'>,
): INodeProperties[] => [
	{
		displayName: 'From Address',
		name: 'fromAddress',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
		...fromAddress,
	},
	{
		displayName: 'From Name',
		name: 'fromName',
		type: 'string',
		default: '',
		placeholder: 'Dienstencentrum',
		description: 'The name that receivers see',
	},
	{
		displayName: 'Organisation',
		name: 'organisation',
		type: 'string',
		default: '',
		placeholder: 'Dienstencentrum',
		description: 'The name below our mails and in their texts. Left empty, texts use the From Name.',
	},
	{
		displayName: 'Department',
		name: 'department',
		type: 'string',
		default: '',
		placeholder: 'Afdeling Klantcontact',
	},
	{
		displayName: 'Signature',
		name: 'signature',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'Telefoon 070 123 45 67',
		description: 'More lines below every mail, such as a telephone number',
	},
	{
		displayName: 'House Colour',
		name: 'houseColour',
		type: 'color',
		default: '#154273',
		description: 'The colour of the line above every mail',
	},
	{
		displayName: 'Reply To Plus-Address',
		name: 'replyToWithReference',
		type: 'boolean',
		default: false,
		description:
			'Whether answers come in at name+R-2026-000123@company.nl, so that they are always recognised. Switch it on only when the mail server delivers such addresses in this mailbox.',
	},
	{
		displayName: 'Maximum Mails Per Hour',
		name: 'maxMailsPerHour',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1000,
		description: 'How many mails may go out in an hour, all together. More are held back.',
	},
	{
		displayName: 'Maximum Mails Per Day',
		name: 'maxMailsPerDay',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 5000,
		description: 'How many mails may go out in 24 hours, all together. More are held back.',
	},
];
