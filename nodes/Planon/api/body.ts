import { filterJson, type Filter, type RangeNotation } from './filter';
import { writeJson } from './json';

/** What a call to Planon carries. */
export interface PlanonBody {
	filter?: Filter;
	/** Field names of the definition, with values as Planon expects them. */
	values?: Record<string, unknown>;
	/** Codes of warnings that are accepted. */
	accept?: readonly string[];
}

/** The body of a call as JSON text. */
export function bodyJson({ filter, values, accept = [] }: PlanonBody, notation?: RangeNotation): string {
	const parts: string[] = [];
	if (filter) parts.push(`"filter":${filterJson(filter, notation)}`);
	if (values) parts.push(`"values":${writeJson(values)}`);
	if (accept.length > 0) {
		parts.push(`"answers":${JSON.stringify({ warnings: accept.map((code) => ({ code })) })}`);
	}
	return `{${parts.join(',')}}`;
}
