import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';

/** Text that must be filled in. */
export const text = z.string().trim().min(1);

/** A JSON field arrives as an object from an expression and as text when typed by hand. */
export const fromJson = <T>(schema: z.ZodType<T>) =>
	z.preprocess((value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value), schema);

/** A closed list as the options of a field. */
export const optionsOf = (values: readonly string[]) => values.map((value) => ({ name: value, value }));

export const REFERENCE: INodeProperties = {
	displayName: 'Reference',
	name: 'reference',
	type: 'string',
	default: '={{ $json.signal.reference }}',
	required: true,
	placeholder: 'R-2026-000123',
	description: 'The reference the register gave to the signal',
};
export const referenceOf = (read: ReadItemParameter) => String(read('reference') ?? '').trim();

/** A new one per operation, because the node shows fields in the order in which they are first met. */
export const actorField = (description = 'Who does this: a person or a workflow'): INodeProperties => ({
	displayName: 'Actor',
	name: 'actor',
	type: 'string',
	default: '={{ $workflow.name }}',
	description,
});
export const actorOf = (read: ReadItemParameter) => text.parse(read('actor', 'workflow'));

/** How many results to give: all, or up to a limit. */
export const LIMIT_FIELDS: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

const MOST = 100_000;
export const limitOf = (read: ReadItemParameter): number =>
	read('returnAll') ? MOST : z.number().int().min(1).max(MOST).parse(read('limit'));
