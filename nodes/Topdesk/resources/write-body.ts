import { readJsonObject } from '../../shared/json-object';
import { isId } from '../api/schemas';
import { bodyMoment } from '../incident/moment';
import { plainTextToHtml } from '../incident/text';
import { trimEndOf } from '../../shared/text/trim';

/** How TOPdesk wants a field: as `{id}`, as `{id}` or `{name}`, as a moment, or as HTML; the rest as it is. */
export type FieldShape = 'id' | 'idOrName' | 'moment' | 'memo' | 'optionalFields';
export type FieldShapes = Record<string, FieldShape>;

export interface WriteOptions {
	/** IANA zone in which dates without an offset are meant. */
	timezone: string;
	/** The texts are in TOPdesk's HTML already. */
	html?: boolean;
	/** The entry of a search list goes as `{id}` or `{name}`, or as text in the newer APIs. */
	searchlistAsText?: boolean;
}

/** Builds a body from fields as people fill them in; empty ones are left out. `otherFields` is added as it is. */
export function writeBody(
	fields: object,
	shapes: FieldShapes,
	options: WriteOptions,
): Record<string, unknown> {
	const { otherFields, ...given } = fields as Record<string, unknown>;
	const body: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(given)) {
		if (value === undefined || value === null || value === '') continue;
		const written = writeField(shapes[field], value, options);
		if (written !== undefined) body[field] = written;
	}
	const others = readJsonObject(
		otherFields,
		'Other Fields',
		'{"onHold": true}, with the names of TOPdesk’s API',
	);
	return { ...body, ...others };
}

function writeField(shape: FieldShape | undefined, value: unknown, options: WriteOptions): unknown {
	if (shape === 'optionalFields') return optionalFieldsFrom(value, options);
	if (typeof value !== 'string') return value;
	const text = value.trim();
	if (text === '') return undefined;
	switch (shape) {
		case 'id':
			return { id: text };
		case 'idOrName':
			return idOrName(text);
		case 'memo':
			return options.html ? text : plainTextToHtml(text);
		case 'moment':
			return bodyMoment(text, options.timezone);
		default:
			return text;
	}
}

export const idOrName = (text: string): { id: string } | { name: string } =>
	isId(text) ? { id: text } : { name: text };

/** Optional fields as the node has them: `{field: [{name: 'text1', value}]}`. Other shapes pass as they are. */
function optionalFieldsFrom(value: unknown, options: WriteOptions): object | undefined {
	const { field: filled } = value as { field?: Array<{ name: string; value?: unknown }> };
	if (!Array.isArray(filled)) return Object.keys(value as object).length > 0 ? (value as object) : undefined;
	const written = filled.map(({ name, value: given }) => [name, optionalField(name, given, options)]);
	return filled.length > 0 ? (Object.fromEntries(written) as object) : undefined;
}

function optionalField(
	name: string,
	value: unknown,
	{ timezone, html, searchlistAsText }: WriteOptions,
): unknown {
	const text = String(value ?? '').trim();
	if (text === '') return null;
	const kind = trimEndOf(name, '0123456789');
	switch (kind) {
		case 'boolean':
			if (!/^(true|false)$/i.test(text)) throw new Error(`${name} is true or false, not '${text}'.`);
			return text.toLowerCase() === 'true';
		case 'number':
			if (!Number.isFinite(Number(text))) throw new Error(`${name} is a number, not '${text}'.`);
			return Number(text);
		case 'date':
			return bodyMoment(text, timezone);
		case 'memo':
			return html ? text : plainTextToHtml(text);
		case 'searchlist':
			return searchlistAsText ? text : idOrName(text);
		default:
			return text;
	}
}
