import type { IExecuteFunctions } from 'n8n-workflow';
import { parameterReader, type ReadItemParameter } from '../shared/n8n/read-parameter';

/** A choice of a resource locator as its value, also inside collections; the rest as it is. */
export function withoutLocators(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutLocators);
	if (typeof value !== 'object' || value === null || value.constructor !== Object) return value;
	const fields = value as Record<string, unknown>;
	// The default of a locator, which nobody touched yet, has no mark.
	const untouched = typeof fields.mode === 'string' && 'value' in fields && Object.keys(fields).length === 2;
	if (fields.__rl === true || untouched) return fields.value;
	return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, withoutLocators(field)]));
}

/** Reads the fields of the node for one item, choices as their value. */
export function fieldReader(context: IExecuteFunctions, itemIndex: number): ReadItemParameter {
	const read = parameterReader(context, itemIndex);
	return (name, fallback) => withoutLocators(read(name, fallback));
}
