import { isSafeNumber, LosslessNumber, parse, stringify } from 'lossless-json';

/** What can be written as JSON without loss: `LosslessNumber` and `bigint` stand for their exact digits. */
export { LosslessNumber };

/**
 * A number when JavaScript can hold every digit of it, else its digits as text: `9007199254740993`,
 * which is a possible Syscode, would otherwise become another one.
 */
const numberOrDigits = (digits: string): number | string => (isSafeNumber(digits) ? Number(digits) : digits);

/** Reads what Planon sends. Throws SyntaxError for text that is not JSON. */
export const readAnswerJson = (text: string): unknown => parse(text, null, numberOrDigits);

/** What a text says as JSON; other text, and what is no text, stays as it is, and nothing is undefined. */
export function asJson(body: unknown): unknown {
	if (typeof body !== 'string') return body ?? undefined;
	if (body === '') return undefined;
	try {
		return readAnswerJson(body);
	} catch {
		return body;
	}
}

/** Reads what a person typed: a number beyond what JavaScript holds keeps its digits on its way to Planon. */
export const readTypedJson = (text: string): unknown =>
	parse(text, null, (digits) => (isSafeNumber(digits) ? Number(digits) : new LosslessNumber(digits)));

/** JSON text with every digit; a value that JSON has no word for becomes null. */
export const writeJson = (value: unknown): string => stringify(value) ?? 'null';

/** A number exactly as it was written, or undefined when it is no number. */
export function exactNumber(text: string): number | LosslessNumber | undefined {
	const digits = text.trim();
	if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(digits)) return undefined;
	return isSafeNumber(digits) ? Number(digits) : new LosslessNumber(digits);
}
