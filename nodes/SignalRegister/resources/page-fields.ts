import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import { houseStyleSchema, type HouseStyle } from '../../shared/style/house-style';
import { HOUSE_STYLE_OPTIONS } from '../../shared/n8n/house-style-options';

/** The secret of a link, in the address of the page that it leads to. */
export const TOKEN: INodeProperties = {
	displayName: 'Code',
	name: 'token',
	type: 'string',
	// Not a secret of the administrator: it comes in with every request.
	default: '={{ $json.query.code }}',
	required: true,
	description: 'The code from the link, as the Webhook node gives it',
};

/** What is no text is no code of ours: the page then says that the link does not work. */
export const tokenOf = (read: ReadItemParameter): string => z.string().catch('').parse(read('token', ''));

export const POSTED: INodeProperties = {
	displayName: 'Form',
	name: 'posted',
	type: 'json',
	default: '={{ $json.body }}',
	required: true,
	description: 'What was filled in on the page, as the Webhook node gives it',
};

/** How the page looks: the same fields as for mail in the Signal Mailbox credential. */
export const PAGE_STYLE: INodeProperties = {
	displayName: 'Page Style',
	name: 'pageStyle',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'How the page looks. Choose the same as in the Signal Mailbox credential.',
	options: HOUSE_STYLE_OPTIONS,
};

export const pageStyleOf = (read: ReadItemParameter): HouseStyle =>
	houseStyleSchema.parse(read('pageStyle', {}));

/** The address of a page, with the code of a link. */
export const linkTo = (pageAddress: string, token: string): string => {
	const url = new URL(pageAddress);
	url.searchParams.set('code', token);
	return url.toString();
};
