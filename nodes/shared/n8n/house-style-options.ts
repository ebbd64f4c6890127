import type { INodeProperties } from 'n8n-workflow';

/** How pages and reports look, as options of a collection: the same as for mail in the Signal Mailbox credential. */
export const HOUSE_STYLE_OPTIONS: INodeProperties[] = [
	{ displayName: 'Department', name: 'department', type: 'string', default: '' },
	{ displayName: 'House Colour', name: 'houseColour', type: 'color', default: '#154273' },
	{ displayName: 'Organisation', name: 'organisation', type: 'string', default: '' },
	{
		displayName: 'Signature',
		name: 'signature',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'Lines below mails and pages, such as address and telephone number',
	},
];
