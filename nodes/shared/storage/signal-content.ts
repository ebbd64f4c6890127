import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { signalSchema, type Signal } from '../domain/signal';

/** What is kept of a signal as JSON: the rest has columns and tables of its own. */
const contentSchema = signalSchema.omit({ tickets: true, actions: true, handler: true, duplicateOf: true });
export type SignalContent = z.output<typeof contentSchema>;

/**
 * Stands for the schema that content was checked against when it was written. Checking costs more than reading
 * it, so only what another version of this package wrote, or somebody else, is checked again (and gets the
 * defaults of what it did not have yet).
 */
const SHAPE = createHash('sha256')
	.update(JSON.stringify(z.toJSONSchema(contentSchema, { unrepresentable: 'any' })))
	.digest('base64url')
	.slice(0, 12);

/** The JSON of a signal that was checked against its schema. */
export const writeContent = (content: SignalContent): string =>
	JSON.stringify({
		...content,
		tickets: undefined,
		actions: undefined,
		handler: undefined,
		duplicateOf: undefined,
		// Last: what was added last is taken off an object at no cost, and all others are copied for it.
		shape: SHAPE,
	} satisfies Partial<Signal> & { shape: string });

/** @throws ZodError when it is no signal, and never was */
export function readContent(stored: string): SignalContent {
	const content = JSON.parse(stored) as SignalContent & { shape?: string };
	const { shape } = content;
	delete content.shape;
	return shape === SHAPE ? content : contentSchema.parse(content);
}
