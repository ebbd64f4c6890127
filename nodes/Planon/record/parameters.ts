import { z } from 'zod/v4';
import { conditionSchema, rawFilter, type Condition, type Filter } from '../api/filter';
import { exactNumber, readTypedJson } from '../api/json';
import { WARNING_ANSWERS } from '../api/options';
import { readJsonObject } from '../../shared/json-object';
import { filterMoment, pairOf } from './date-time';

/** What a value in the form is meant to be: a form has only text. */
const TYPES = ['text', 'number', 'boolean', 'dateTime', 'empty'] as const;
const typedSchema = z.object({ type: z.enum(TYPES).default('text'), value: z.unknown() });

/** The value that was meant. A number keeps all of its digits. */
function typedValue(input: unknown, timeZone: string): unknown {
	const { type, value } = typedSchema.parse(input);
	if (type === 'empty') return null;
	// From an expression it is what it is.
	if (typeof value !== 'string') return value;
	if (type === 'text') return value;
	if (type === 'dateTime') return pairOf(value, timeZone);
	if (type === 'boolean' && /^(true|false)$/i.test(value.trim())) return /^true$/i.test(value.trim());
	const number = type === 'number' ? exactNumber(value) : undefined;
	if (number === undefined) throw new Error(`'${value}' is no ${type}`);
	return number;
}

/** A name that was typed, or chosen from a list: then it is an object that holds it. */
export function nameOf(value: unknown): string {
	const chosen = z.looseObject({ value: z.unknown() }).safeParse(value);
	return z.coerce
		.string()
		.parse((chosen.success ? chosen.data.value : value) ?? '')
		.trim();
}

const filledInConditionsSchema = z.object({
	condition: z
		.array(
			z.looseObject({ field: z.unknown(), operator: z.unknown(), type: z.unknown(), value: z.unknown() }),
		)
		.default([]),
});

/** The filter as it was filled in: conditions one by one, and a raw one. Both must hold. */
export function filterFrom(filter: unknown, raw: unknown, timeZone: string): Filter {
	const { condition } = filledInConditionsSchema.parse(filter ?? {});
	const conditions: Condition[] = condition.map((one) => {
		const { field, operator, type, value } = one;
		const readOne = (typed: unknown) =>
			type === 'dateTime' && typeof typed === 'string'
				? filterMoment(typed)
				: typedValue({ type, value: typed }, timeZone);
		const list = operator === 'in' && typeof value === 'string' ? value.split(',') : undefined;
		const read = list ? list.map((part) => readOne(part.trim())) : readOne(value);
		return conditionSchema.parse({ field: nameOf(field), operator, value: read });
	});
	const text = typeof raw === 'string' ? raw.trim() : raw ? JSON.stringify(raw) : '';
	return text && text !== '{}' ? [...conditions, rawFilter(text)] : conditions;
}

const filledInFieldsSchema = z.object({
	field: z.array(z.looseObject({ name: z.unknown(), type: z.unknown(), value: z.unknown() })).default([]),
});

/** The values of a record, from the fields one by one and the JSON; the JSON wins. */
export function valuesFrom(fields: unknown, otherValues: unknown, timeZone: string): Record<string, unknown> {
	const { field } = filledInFieldsSchema.parse(fields ?? {});
	const values = field.map(({ name, type, value }) => [
		z.string().min(1, 'Fill in the name of a field').parse(nameOf(name)),
		typedValue({ type, value }, timeZone),
	]);
	const example = '{"PropertyRef": 8}, with the field names of your Planon';
	return {
		...(Object.fromEntries(values) as Record<string, unknown>),
		...readJsonObject(otherValues, 'Other Values', example, readTypedJson),
	};
}

const emptyIsNone = (text: string) => text || undefined;

export const optionsSchema = z.object({
	referenceDate: z
		.string()
		.trim()
		.regex(/^(\d{4}-\d{2}-\d{2}|none)?$/, 'Write the reference date as 2026-11-24, or none')
		.transform(emptyIsNone)
		.optional(),
	archiveMode: z.enum(['unarchived', 'all']).optional(),
	serializeNulls: z.boolean().optional(),
	neutralDateTimeAsString: z.boolean().optional(),
	answerWarnings: z.enum(WARNING_ANSWERS).optional(),
	warningCodes: z
		.string()
		.transform((codes) => codes.split(/[\s,;]+/).filter(Boolean))
		.optional(),
	/** How pairs of a date and a time come out: as Planon gives them, or as text. */
	dateTimes: z.enum(['asGiven', 'text']).optional(),
});
export type RecordOptions = z.infer<typeof optionsSchema>;
