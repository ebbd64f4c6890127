import type { IExecuteFunctions } from 'n8n-workflow';
import { connectPlanon } from './open-planon';
import { OPERATIONS } from './operations';
import { readOptions, type OperationContext, type Result } from './operations/operation';
import { runBatch } from './operations/run-batch';

/** How one item of the node runs. A batch has run for all items by then, and gives the outcome of each. */
export async function runItems(
	context: IExecuteFunctions,
): Promise<(itemIndex: number) => Promise<Result[]>> {
	const resource = context.getNodeParameter('resource', 0, 'record') as string;
	const operation = context.getNodeParameter('operation', 0) as string;
	const warned = new Set<string>();
	const open = async (itemIndex: number) => {
		const opened = await contextOf(context, itemIndex);
		const { warning } = opened.expiry;
		if (warning && !warned.has(warning)) {
			warned.add(warning);
			context.addExecutionHints({ message: warning, type: 'warning', location: 'outputPane' });
		}
		return opened;
	};
	if (resource === 'record' && operation === 'batch') return await batchOf(context, open);
	const run = OPERATIONS[resource]![operation]!;
	return async (itemIndex) => await run(await open(itemIndex));
}

async function batchOf(
	context: IExecuteFunctions,
	open: (itemIndex: number) => Promise<OperationContext>,
): Promise<(itemIndex: number) => Promise<Result[]>> {
	const contexts: Array<OperationContext | Error> = [];
	for (const itemIndex of context.getInputData().keys()) {
		contexts.push(await open(itemIndex).catch((error: Error) => error));
	}
	const first = contexts.find((one): one is OperationContext => !(one instanceof Error));
	const outcomes = first ? await runBatch(first.client, contexts) : contexts.map((error) => error as Error);
	return async (itemIndex) => {
		const outcome = outcomes[itemIndex]!;
		if (outcome instanceof Error) throw outcome;
		return outcome;
	};
}

async function contextOf(context: IExecuteFunctions, itemIndex: number): Promise<OperationContext> {
	const read = (name: string, fallback?: unknown) =>
		context.getNodeParameter(name, itemIndex, fallback as never) as unknown;
	const options = readOptions(read);
	const connection = await connectPlanon(context, options, itemIndex);
	return {
		...connection,
		read,
		options,
		now: new Date(),
		readFile: async (field) => {
			const { fileName, mimeType } = context.helpers.assertBinaryData(itemIndex, field);
			const content = await context.helpers.getBinaryDataBuffer(itemIndex, field);
			return { name: fileName ?? 'file', contentType: mimeType, content };
		},
		keepFile: async (content, name, contentType) =>
			await context.helpers.prepareBinaryData(content, name, contentType),
	};
}
