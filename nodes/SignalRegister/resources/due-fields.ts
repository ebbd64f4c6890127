import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';

/** What operations share that give what is due: how much at a time, and for how long nobody else gets it. */
export const mostField = (displayName: string, description: string): INodeProperties => ({
	displayName,
	name: 'most',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10_000 },
	default: 100,
	description,
});
export const mostOf = (read: ReadItemParameter): number =>
	z.number().int().min(1).max(10_000).parse(read('most'));

export const claimField = (): INodeProperties => ({
	displayName: 'Claim For (Minutes)',
	name: 'claimMinutes',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 1440 },
	default: 15,
	description:
		'How long no other execution gets the same. Choose longer than one execution lasts: it is given again until it is recorded.',
});
export const claimOf = (read: ReadItemParameter): number =>
	z.number().int().min(1).max(1440).parse(read('claimMinutes'));

/** @param path of the webhook in our workflow, for the example */
export const pageAddressField = (path: string): INodeProperties => ({
	displayName: 'Page Address',
	name: 'pageAddress',
	type: 'string',
	default: '',
	required: true,
	placeholder: `https://n8n.company.nl/webhook/${path}`,
	description: 'Where the page is, as people outside reach it: the production URL of the Webhook node',
});
/** Who signs a mail that the operation writes. */
export const signedByField = (): INodeProperties => ({
	displayName: 'Signed By',
	name: 'signedBy',
	type: 'string',
	default: 'Dienstencentrum',
	required: true,
	description: 'The name of your organisation, below the mail',
});
export const signedByOf = (read: ReadItemParameter): string =>
	z
		.string()
		.trim()
		.min(1, 'Fill in Signed By: the name of your organisation, below the mail')
		.max(200)
		.parse(read('signedBy'));

const pageAddressSchema = z.url({
	protocol: /^https?$/,
	error: 'The Page Address is no web address such as https://n8n.company.nl/webhook/page',
});
export const pageAddressOf = (read: ReadItemParameter): string =>
	pageAddressSchema.parse(read('pageAddress'));
