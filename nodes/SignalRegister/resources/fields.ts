import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';

/** Text that must be filled in. */
export const text = z.string().trim().min(1);

/** A JSON field arrives as an object from an expression and as text when typed by hand. */
export const fromJson = <T>(schema: z.ZodType<T>) =>
	z.preprocess((value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value), schema);

/** The binary field that a file goes out in. */
export const OUTPUT_FIELD: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'property',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
};
export const outputFieldOf = (read: ReadItemParameter): string => text.parse(read('property'));

/** Outputs of an operation that checks a form. */
export const VALID = 'Valid';
export const NOT_VALID = 'Not Valid';

/** What was filled in on a form of n8n. @param description which fields, of which workflow */
export const filledFormField = (description: string): INodeProperties => ({
	displayName: 'Form',
	name: 'form',
	type: 'json',
	default: '={{ $json }}',
	required: true,
	description,
});
export const filledFormOf = (read: ReadItemParameter): unknown => fromJson(z.unknown()).parse(read('form'));

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

/** Up to how many to give. */
export const LIMIT: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
};

/** A number of days, of which the description says what they are for. */
export const daysField = (
	displayName: string,
	name: string,
	days: number,
	description: string,
	most?: number,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 1, ...(most !== undefined && { maxValue: most }) },
	default: days,
	description,
});

/** How many results to give: all, or up to a limit. */
export const LIMIT_FIELDS: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{ ...LIMIT, displayOptions: { show: { returnAll: [false] } } },
];

const MOST = 100_000;
const limitSchema = z.number().int().min(1).max(MOST);
export const limitOf = (read: ReadItemParameter): number =>
	read('returnAll') ? MOST : limitSchema.parse(read('limit'));
