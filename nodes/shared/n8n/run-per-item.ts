import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { toNodeError } from './to-node-error';

type ItemOperation = (itemIndex: number) => Promise<INodeExecutionData | INodeExecutionData[]>;

/**
 * A failed item, in the one shape that n8n sends to the error output *with* what came in: nothing in
 * its json but `error`, `message` and `details`, and no `error` beside the json.
 * `error` says what is wrong, `details` what to do about it.
 */
function failedItem(context: IExecuteFunctions, error: unknown, itemIndex: number): INodeExecutionData {
	const { message, description } = toNodeError(context.getNode(), error, itemIndex);
	return { json: { error: message, details: description ?? '' }, pairedItem: { item: itemIndex } };
}

/**
 * Runs a node's operation for every input item, keeps the item links, and treats errors as the
 * administrator set it in the node: stop, or go on with the error in the item.
 */
export async function runPerItem(
	context: IExecuteFunctions,
	operation: ItemOperation,
): Promise<INodeExecutionData[]> {
	const [output] = await runToOutputs(context, 1, async (itemIndex) => {
		const result = await operation(itemIndex);
		return { output: 0, items: Array.isArray(result) ? result : [result] };
	});
	return output!;
}

/** As `runPerItem`, for a node with several outputs: the operation says to which one its items go. */
export async function runToOutputs(
	context: IExecuteFunctions,
	outputs: number,
	operation: (itemIndex: number) => Promise<{ output: number; items: INodeExecutionData[] }>,
): Promise<INodeExecutionData[][]> {
	const outputItems = Array.from({ length: outputs }, (): INodeExecutionData[] => []);
	for (const itemIndex of context.getInputData().keys()) {
		try {
			const { output, items } = await operation(itemIndex);
			for (const item of items) outputItems[output]!.push({ ...item, pairedItem: { item: itemIndex } });
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
			outputItems[0]!.push(failedItem(context, error, itemIndex));
		}
	}
	return outputItems;
}

/**
 * Runs all of a node. What breaks outside the items (a credential, a connection) fails every item:
 * when a node that must go on after errors throws, n8n passes its input on as if all went well, and
 * then a mail would be put away that nothing was done for.
 */
export async function failingPerItem(
	context: IExecuteFunctions,
	run: () => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	try {
		return await run();
	} catch (error) {
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error);
		return [[...context.getInputData().keys()].map((itemIndex) => failedItem(context, error, itemIndex))];
	}
}
