import { z } from 'zod/v4';

/** The comparisons that Planon documents. */
export const OPERATORS = ['eq', 'ge', 'gt', 'le'] as const;

/** One condition of a filter; all of them must hold. */
export const conditionSchema = z.object({
	field: z.string().trim().min(1, 'Fill in the name of a field'),
	operator: z.enum(OPERATORS),
	value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});
export type Condition = z.infer<typeof conditionSchema>;

/**
 * A filter as JSON text. A field that occurs twice (a range) is written twice, as Planon documents
 * it; an object cannot hold that: `{"Syscode":{"ge":1},"Syscode":{"le":100}}`.
 */
export function filterJson(conditions: readonly Condition[]): string {
	const parts = conditions.map(
		({ field, operator, value }) => `${JSON.stringify(field)}:{"${operator}":${JSON.stringify(value)}}`,
	);
	return `{${parts.join(',')}}`;
}

/** What a call to Planon carries. */
export interface PlanonBody {
	filter?: readonly Condition[];
	/** Field names of the definition, with values as Planon expects them. */
	values?: Record<string, unknown>;
	/** Codes of warnings that are accepted. */
	accept?: readonly string[];
}

/** The body of a call as JSON text. */
export function bodyJson({ filter, values, accept = [] }: PlanonBody): string {
	const parts: string[] = [];
	if (filter) parts.push(`"filter":${filterJson(filter)}`);
	if (values) parts.push(`"values":${JSON.stringify(values)}`);
	if (accept.length > 0) {
		parts.push(`"answers":${JSON.stringify({ warnings: accept.map((code) => ({ code })) })}`);
	}
	return `{${parts.join(',')}}`;
}
