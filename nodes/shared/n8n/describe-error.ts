import { ZodError } from 'zod/v4';
import { describeZodError } from './to-node-error';

/** An error and what to do about it as one text, for where n8n shows only that: in the test of a credential. */
export function describeError(error: unknown): string {
	if (error instanceof ZodError) return describeZodError(error);
	if (!(error instanceof Error)) return String(error);
	const { hint } = error as { hint?: string };
	return hint ? `${error.message}. ${hint}` : error.message;
}
