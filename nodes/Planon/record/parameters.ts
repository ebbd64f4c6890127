import { z } from 'zod/v4';
import { readJsonObject } from '../../shared/json-object';
import { conditionSchema, type Condition } from '../api/filter';

/** What a value in the form is meant to be: a form has only text. */
const TYPES = ['text', 'number', 'boolean'] as const;
const typed = z
	.object({ type: z.enum(TYPES).default('text'), value: z.unknown() })
	.transform(({ type, value }, context) => {
		// From an expression it is what it is.
		if (typeof value !== 'string') return value;
		if (type === 'text') return value;
		if (type === 'boolean' && /^(true|false)$/i.test(value.trim())) return /^true$/i.test(value.trim());
		if (type === 'number' && value.trim() !== '' && Number.isFinite(Number(value))) return Number(value);
		context.addIssue({ code: 'custom', message: `'${value}' is no ${type}` });
		return z.NEVER;
	});

const filledInConditionsSchema = z.object({
	condition: z
		.array(z.looseObject({ type: z.unknown(), value: z.unknown() }))
		.default([])
		.transform((conditions) => conditions.map((one) => ({ ...one, value: typed.parse(one) as unknown }))),
});

/** The filter as it was filled in. */
export const conditionsFrom = (filter: unknown): Condition[] =>
	z.array(conditionSchema).parse(filledInConditionsSchema.parse(filter ?? {}).condition);

const filledInFieldsSchema = z.object({
	field: z
		.array(
			z.looseObject({ name: z.string().trim().min(1, 'Fill in the name of a field'), value: z.unknown() }),
		)
		.default([]),
});

/** The values of a record, from the fields one by one and the JSON; the JSON wins. */
export function valuesFrom(fields: unknown, otherValues: unknown): Record<string, unknown> {
	const { field } = filledInFieldsSchema.parse(fields ?? {});
	const values = Object.fromEntries(field.map(({ name, ...rest }) => [name, typed.parse(rest) as unknown]));
	const example = '{"PropertyRef": 8}, with the field names of your Planon';
	return { ...values, ...readJsonObject(otherValues, 'Other Values', example) };
}

export const optionsSchema = z.object({
	referenceDate: z
		.string()
		.trim()
		.regex(/^(\d{4}-\d{2}-\d{2}|none)?$/, 'Write the reference date as 2026-11-24, or none')
		.transform((date) => date || undefined)
		.optional(),
	archiveMode: z.enum(['unarchived', 'all']).optional(),
	acceptWarnings: z.boolean().optional(),
});
