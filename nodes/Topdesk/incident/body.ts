import { z } from 'zod/v4';
import type { CreateBody } from '../api/schemas';
import { writeBody, type FieldShapes } from '../resources/write-body';
import { isTooLong, plainTextToHtml, shortenAtWord } from './text';
import { required } from '../resources/required';

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
	briefDescription: required('Fill in a brief description'),
	callerEmail: emptyIsAbsent,
	callerName: emptyIsAbsent,
	reuse: z.boolean().default(true),
});

export interface BodyOptions extends z.infer<typeof textOptionsSchema> {
	/** IANA zone in which dates without an offset are meant. */
	timezone: string;
}

const SHAPES: FieldShapes = {
	...{ operator: 'id', operatorGroup: 'id', supplier: 'id', branch: 'id', location: 'id', sla: 'id' },
	...{ category: 'idOrName', subcategory: 'idOrName', callType: 'idOrName', entryType: 'idOrName' },
	...{ impact: 'idOrName', urgency: 'idOrName', priority: 'idOrName', duration: 'idOrName' },
	...{ processingStatus: 'idOrName', closureCode: 'idOrName', object: 'idOrName' },
	...{ request: 'memo', action: 'memo', targetDate: 'moment' },
	...{ optionalFields1: 'optionalFields', optionalFields2: 'optionalFields' },
};

export interface WrittenBody {
	body: CreateBody;
	/** True when the brief description was too long: it is shortened, and stands in full above the request. */
	shortened: boolean;
}

/** Builds a body from fields as people fill them in; empty ones are left out. */
export function bodyFrom(fields: object, options: BodyOptions): WrittenBody {
	const { externalNumber, ...given } = fields as Record<string, unknown>;
	const reference = externalNumber === undefined || externalNumber === null ? '' : String(externalNumber);
	const body: CreateBody = writeBody({ ...given, externalNumber: reference }, SHAPES, options);
	const { briefDescription } = body;
	if (!options.shorten || typeof briefDescription !== 'string') return { body, shortened: false };
	const short = shortenAtWord(briefDescription);
	if (!isTooLong(briefDescription)) return { body: { ...body, briefDescription: short }, shortened: false };
	const whole = plainTextToHtml(briefDescription);
	const request = [whole, body.request].filter(Boolean).join('<br><br>');
	return { body: { ...body, briefDescription: short, request }, shortened: true };
}
