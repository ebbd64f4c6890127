import { ZodError } from 'zod/v4';
import { describeZodError } from './to-node-error';

/** What is wrong and what to do about it in one text, for places that show no more than that. */
export function inFull(error: unknown): string {
	if (error instanceof ZodError) return describeZodError(error);
	if (!(error instanceof Error)) return String(error);
	const { hint } = error as { hint?: string };
	return hint ? `${error.message.replace(/\.$/, '')}. ${hint}` : error.message;
}
