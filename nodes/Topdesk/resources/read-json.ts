/** Any JSON from a field of a node, which is text when typed; undefined when empty. */
export function readJson(value: unknown, field: string): unknown {
	if (typeof value !== 'string') return value ?? undefined;
	if (value.trim() === '') return undefined;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		throw new Error(`${field} is not JSON. Write it as {"name": "value"}.`);
	}
}
