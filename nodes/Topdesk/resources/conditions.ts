import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { COMPARISONS, fiqlAnd, fiqlCondition, fiqlOr, type Comparison, type ValueType } from '../api/fiql';
import { collection, text } from './fields';

/** The fields of a resource that people search by, with what they hold. */
export type SearchFields = Record<string, { label: string; type: ValueType }>;

const COMPARISON_NAMES: Record<Comparison, string> = {
	equals: 'Is',
	notEquals: 'Is Not',
	greater: 'Is Greater or Later Than',
	greaterOrEqual: 'Is From',
	less: 'Is Smaller or Earlier Than',
	lessOrEqual: 'Is Up To',
	startsWith: 'Starts With',
	in: 'Is One Of',
	notIn: 'Is None Of',
	empty: 'Is Empty',
	notEmpty: 'Is Not Empty',
};
const VALUE_TYPES: Record<ValueType, string> = {
	boolean: 'Boolean',
	date: 'Date',
	number: 'Number',
	text: 'Text',
};
const OTHER = 'other';

const optionsOf = (names: Record<string, string>) =>
	Object.entries(names)
		.map(([value, name]) => ({ name, value }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** The filters of a list that TOPdesk searches with FIQL. Values are quoted, so no text can change the search. */
export const conditionFields = (fields: SearchFields): INodeProperties[] => [
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: {},
		options: [
			{
				displayName: 'Condition',
				name: 'condition',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'options',
						options: [
							...optionsOf(
								Object.fromEntries(Object.entries(fields).map(([name, { label }]) => [name, label])),
							),
							{ name: 'Other', value: OTHER },
						],
						default: Object.keys(fields)[0] ?? OTHER,
					},
					text('Field Name', 'other', {
						placeholder: 'optionalFields1.text1',
						displayOptions: { show: { field: [OTHER] } },
						description: 'By the names of TOPdesk’s REST API',
					}),
					{
						displayName: 'Value Type',
						name: 'type',
						type: 'options',
						options: optionsOf(VALUE_TYPES),
						default: 'text',
						displayOptions: { show: { field: [OTHER] } },
					},
					{
						displayName: 'Comparison',
						name: 'comparison',
						type: 'options',
						options: optionsOf(COMPARISON_NAMES),
						default: 'equals',
					},
					text('Value', 'value', {
						displayOptions: { hide: { comparison: ['empty', 'notEmpty'] } },
						description: 'Separate more than one by commas',
					}),
				],
			},
		],
	},
	{
		displayName: 'Combine Conditions',
		name: 'combine',
		type: 'options',
		options: [
			{ name: 'All Must Hold', value: 'and' },
			{ name: 'One Must Hold', value: 'or' },
		],
		default: 'and',
	},
	text('Query (FIQL)', 'query', {
		placeholder: "briefDescription=sw='Printer';operatorGroup.name=='Servicedesk'",
		description:
			'A search of your own, in the language of TOPdesk’s REST API. It is added to the other filters.',
	}),
];

const conditionsSchema = z.object({
	conditions: z
		.object({
			condition: z
				.array(
					z.object({
						field: z.string(),
						other: z.string().trim().optional(),
						type: z.enum(['text', 'number', 'boolean', 'date']).default('text'),
						comparison: z.enum(Object.keys(COMPARISONS) as [Comparison, ...Comparison[]]).default('equals'),
						value: z.unknown(),
					}),
				)
				.default([]),
		})
		.default({ condition: [] }),
	combine: z.enum(['and', 'or']).default('and'),
	query: z.string().trim().optional(),
});

/** The searches that people filled in, as FIQL; each must hold. */
export function conditionsFrom(filters: unknown, fields: SearchFields, timezone: string): string[] {
	const { conditions, combine, query } = conditionsSchema.parse(filters ?? {});
	const written = conditions.condition.map(({ field, other, type, ...condition }) =>
		fiqlCondition(
			{ ...condition, field: field === OTHER ? (other ?? '') : field, type: fields[field]?.type ?? type },
			timezone,
		),
	);
	const together = combine === 'or' ? fiqlOr(written) : fiqlAnd(written);
	return [together, query ?? ''].filter(Boolean);
}

/** The filters as one search; undefined when there are none. */
export const queryFrom = (filters: unknown, fields: SearchFields, timezone: string, ...more: string[]) =>
	fiqlAnd([...conditionsFrom(filters, fields, timezone), ...more]) || undefined;

/** The collection of filters on the screen. */
export const filterCollection = (options: INodeProperties[]): INodeProperties =>
	collection('Filters', 'filters', 'Add Filter', options);
