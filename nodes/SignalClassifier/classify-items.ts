import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { z } from 'zod/v4';
import { parameterReader, type ReadItemParameter } from '../shared/n8n/read-parameter';
import { runPerItem } from '../shared/n8n/run-per-item';
import type { Signal } from '../shared/domain/signal';
import { classifySignal, type ClassifySignalOptions } from './classify-signal';
import { perCategory } from './outputs';
import { askOpinion, readChatModel, type ChatModel, type Opinion } from './second-opinion/ask';
import { supplierAliasesSchema, type SupplierAlias } from './supplier-aliases';

/** A JSON field arrives as text when it was typed; what is no JSON is left to the schema, which says so. */
function fromJson(value: unknown): unknown {
	try {
		return typeof value === 'string' ? JSON.parse(value) : value;
	} catch {
		return value;
	}
}

const secondsSchema = z.number().min(1).max(600);

/** The aliases of the panel and those of the table. */
function aliasesOf(read: ReadItemParameter): SupplierAlias[] {
	const { alias = [] } = read('supplierAliases', {}) as { alias?: unknown };
	return [
		...supplierAliasesSchema.parse(alias),
		...supplierAliasesSchema.parse(fromJson(read('supplierAliasTable', '[]'))),
	];
}

const optionsOf = (read: ReadItemParameter): ClassifySignalOptions => ({
	reviewBelowCategory: read('reviewBelowCategory') as number,
	reviewBelowSupplier: read('reviewBelowSupplier') as number,
	reviewBelowNoSignal: read('reviewBelowNoSignal') as number,
	reviewBelowLead: read('reviewBelowLead') as number,
	reviewBelowKnown: read('reviewBelowKnown') as number,
	supplierAliases: aliasesOf(read),
	categoryNames: read('categoryNames', {}) as ClassifySignalOptions['categoryNames'],
});

/** Looks what is connected when it is needed first: most runs have nothing to ask. */
function chatModelOf(context: IExecuteFunctions): () => Promise<ChatModel | null> {
	let connected: Promise<ChatModel | null> | undefined;
	return async () =>
		await (connected ??= context
			.getInputConnectionData(NodeConnectionTypes.AiLanguageModel, 0)
			.then(readChatModel));
}

/** Classifies every item, and divides them over the outputs that the node has. */
export async function classifyItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const chatModel = chatModelOf(context);
	const cancelled = context.getExecutionCancelSignal();
	const done = await runPerItem(context, async (itemIndex) => {
		const read = parameterReader(context, itemIndex);
		const ask = async (signal: Signal): Promise<Opinion | null> => {
			const model = await chatModel();
			const timeoutMs = secondsSchema.parse(read('chatModelTimeout')) * 1000;
			return model && (await askOpinion(model, signal, { timeoutMs, cancelled }));
		};
		const { signal, explanation } = await classifySignal(read('signal'), optionsOf(read), ask);
		const { json, binary } = items[itemIndex]!;
		const added = { signal, ...(read('includeExplanation') === true && { explanation }) };
		return {
			json: { ...json, ...(added as unknown as IDataObject) },
			binary,
			pairedItem: { item: itemIndex },
		};
	});
	return context.getNodeParameter('outputs', 0) === 'perCategory' ? perCategory(done) : [done];
}
