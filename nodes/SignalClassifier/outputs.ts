import type { INodeExecutionData } from 'n8n-workflow';
import { CATEGORIES } from '../shared/domain/codebook';
import type { Signal } from '../shared/domain/signal';

const REVIEW_OUTPUT = 'te beoordelen';

/**
 * The outputs, read by the editor and the engine as an expression: one, or one per category in the order of the
 * codebook, with the organisation's own names, and the last for what a person must look at.
 */
export const OUTPUTS = `={{ $parameter["operation"] === "classify" && $parameter["outputs"] === "perCategory"
	? ${JSON.stringify(CATEGORIES)}
		.map((category) => ({ type: "main", displayName: ($parameter["categoryNames"] || {})[category] || category }))
		.concat({ type: "main", displayName: "${REVIEW_OUTPUT}" })
	: [{ type: "main" }] }}`;

/** Divides items over the outputs per category. What could not be classified goes to a person. */
export function perCategory(items: readonly INodeExecutionData[]): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = Array.from({ length: CATEGORIES.length + 1 }, () => []);
	for (const item of items) {
		const { classification } = (item.json.signal ?? {}) as unknown as Partial<Signal>;
		const isDecided = classification && !classification.review && !('error' in item.json);
		outputs[isDecided ? CATEGORIES.indexOf(classification.category) : CATEGORIES.length]!.push(item);
	}
	return outputs;
}
