import { z } from 'zod/v4';
import { readJsonObject } from '../../shared/json-object';
import { isId, type CreateBody } from '../api/schemas';
import { bodyMoment } from './moment';
import { plainTextToHtml, shortenAtWord } from './text';

const emptyIsAbsent = z
	.string()
	.trim()
	.transform((text) => text || undefined);

export const textOptionsSchema = z.object({
	/** Shorten a brief description that is too long; TOPdesk refuses it otherwise. */
	shorten: z.boolean().default(true),
	/** The texts are in TOPdesk's HTML already. */
	html: z.boolean().default(false),
});

/** What a new incident needs beside its fields. */
export const createInputSchema = textOptionsSchema.extend({
	briefDescription: z.string().trim().min(1, 'Fill in a brief description'),
	callerEmail: emptyIsAbsent,
	callerName: emptyIsAbsent,
	reuse: z.boolean().default(true),
});

export interface BodyOptions extends z.infer<typeof textOptionsSchema> {
	/** IANA zone in which dates without an offset are meant. */
	timezone: string;
}

const BY_ID = ['operator', 'operatorGroup', 'supplier', 'branch', 'location'];
const BY_ID_OR_NAME = [
	'category',
	'subcategory',
	'callType',
	'entryType',
	'impact',
	'urgency',
	'priority',
	'processingStatus',
	'closureCode',
];
const MEMOS = ['request', 'action'];

/** Builds a body from fields as people fill them in; empty ones are left out. */
export function bodyFrom(fields: object, options: BodyOptions): CreateBody {
	const { otherFields, ...given } = fields as Record<string, unknown>;
	const body: Record<string, unknown> = {};
	for (const [field, value] of Object.entries(given)) {
		if (value === undefined || value === null || value === '') continue;
		body[field] = fieldFrom(field, value, options);
	}
	const others = readJsonObject(
		otherFields,
		'Other Fields',
		'{"onHold": true}, with the names of TOPdesk’s API',
	);
	return { ...body, ...others };
}

function fieldFrom(field: string, value: unknown, { timezone, shorten, html }: BodyOptions): unknown {
	if (typeof value !== 'string') return field === 'externalNumber' ? String(value) : value;
	const text = value.trim();
	if (BY_ID.includes(field)) return { id: text };
	if (BY_ID_OR_NAME.includes(field)) return isId(text) ? { id: text } : { name: text };
	if (MEMOS.includes(field)) return html ? text : plainTextToHtml(text);
	if (field === 'briefDescription' && shorten) return shortenAtWord(text);
	return field === 'targetDate' ? bodyMoment(text, timezone) : text;
}
