import { z } from 'zod/v4';

const objectSchema = z.record(z.string(), z.unknown());

/**
 * An object from a JSON field of a node, which is text when typed and an object when it comes from an
 * expression. Empty is an empty object.
 * @param field the field's name on the screen
 * @param example how it should look
 * @param parse reads the text, for numbers that must keep digits that JSON.parse loses
 */
export function readJsonObject(
	value: unknown,
	field: string,
	example: string,
	parse: (text: string) => unknown = JSON.parse,
): Record<string, unknown> {
	if (value === undefined || value === null || value === '') return {};
	try {
		return objectSchema.parse(typeof value === 'string' ? parse(value) : value);
	} catch {
		throw new Error(`${field} is not a JSON object. Write it as ${example}.`);
	}
}
