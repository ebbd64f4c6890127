import { z } from 'zod/v4';
import { LosslessNumber, writeJson } from './json';

/** The comparisons that Planon documents. */
export const CONFIRMED_OPERATORS = ['eq', 'ge', 'gt', 'le'] as const;
/** Comparisons that Planon may know: its public documents do not name them. */
export const UNCONFIRMED_OPERATORS = ['in', 'like', 'lt', 'ne'] as const;
export const OPERATORS = [...CONFIRMED_OPERATORS, ...UNCONFIRMED_OPERATORS] as const;

const single = z.union([
	z.string(),
	z.number(),
	z.boolean(),
	z.null(),
	z.bigint(),
	z.instanceof(LosslessNumber),
]);

/** One condition of a filter; all of them must hold. */
export const conditionSchema = z.object({
	field: z.string().trim().min(1, 'Fill in the name of a field'),
	operator: z.enum(OPERATORS),
	value: z.union([single, z.array(single)]),
});
export type Condition = z.infer<typeof conditionSchema>;

/** The inside of a filter as someone wrote it, for what conditions cannot express. */
export interface RawFilter {
	/** A JSON object as text; names may occur twice. */
	raw: string;
}
export type Filter = ReadonlyArray<Condition | RawFilter>;

/** How two conditions on one field are written; see `filterJson`. */
export const RANGE_NOTATIONS = ['duplicate', 'object'] as const;
export type RangeNotation = (typeof RANGE_NOTATIONS)[number];

/**
 * A filter as JSON text. Planon documents a range as a name that occurs twice, which no object can
 * hold: `{"Syscode":{"ge":1},"Syscode":{"le":100}}`. Whether it also reads
 * `{"Syscode":{"ge":1,"le":100}}` is not documented: that is the notation `object`.
 */
export function filterJson(filter: Filter, notation: RangeNotation = 'duplicate'): string {
	const groups: Array<{ field: string; comparisons: Map<string, string> }> = [];
	const parts: string[] = [];
	for (const part of filter) {
		if ('raw' in part) {
			const inside = part.raw.trim().slice(1, -1).trim();
			if (inside) parts.push(inside);
			continue;
		}
		const { field, operator, value } = part;
		const fits = (group: (typeof groups)[number]) =>
			group.field === field && !group.comparisons.has(operator);
		const group = notation === 'object' ? groups.find(fits) : undefined;
		if (group) group.comparisons.set(operator, writeJson(value));
		else groups.push({ field, comparisons: new Map([[operator, writeJson(value)]]) });
	}
	const written = groups.map(({ field, comparisons }) => {
		const inside = [...comparisons].map(([operator, value]) => `"${operator}":${value}`).join(',');
		return `${JSON.stringify(field)}:{${inside}}`;
	});
	return `{${[...written, ...parts].join(',')}}`;
}

/** A raw filter from what was typed. Throws for text that is no JSON object. */
export function rawFilter(text: string): RawFilter {
	const raw = text.trim();
	let parsed: unknown;
	try {
		// Only to see that it is JSON: the text itself is sent, with names that occur twice.
		parsed = JSON.parse(raw);
	} catch {
		parsed = undefined;
	}
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
		throw new Error('Raw Filter is not a JSON object. Write it as {"Syscode": {"ge": 1}}.');
	}
	return { raw };
}
