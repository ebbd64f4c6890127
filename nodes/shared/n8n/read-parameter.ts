import type { IExecuteFunctions } from 'n8n-workflow';

/** Reads a node parameter of one item; throws when it is not there and there is no fallback. */
export type ReadItemParameter = (name: string, fallback?: unknown) => unknown;

/** An expression that only names a field of the item, as the fields of these nodes have by default. */
const FIELD_OF_ITEM = /^=\{\{\s*\$json((?:\.[A-Za-z_]\w*)+)\s*\}\}$/;

/**
 * Reads the parameters of an item as n8n does. For every expression n8n builds everything that an expression may
 * name, which costs about a millisecond for each item; a plain `{{ $json.signal }}` is looked up here instead.
 */
export function parameterReader(context: IExecuteFunctions, itemIndex: number): ReadItemParameter {
	const { json } = context.getInputData()[itemIndex]!;
	return (name, fallback) => {
		const evaluate = (options?: { rawExpressions: true }): unknown =>
			context.getNodeParameter(name, itemIndex, fallback as never, options);
		const written = evaluate({ rawExpressions: true });
		const path = typeof written === 'string' ? FIELD_OF_ITEM.exec(written)?.[1] : undefined;
		const found = path && valueAt(json, path.slice(1).split('.'));
		// What is empty or not there, is for n8n to judge.
		return found || evaluate();
	};
}

/** Undefined where the path does not lead to anything. */
function valueAt(value: unknown, path: readonly string[]): unknown {
	const [name, ...rest] = path;
	if (name === undefined) return value;
	const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
	return isThere ? valueAt((value as Record<string, unknown>)[name], rest) : undefined;
}
