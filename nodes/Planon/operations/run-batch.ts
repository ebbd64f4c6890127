import { z } from 'zod/v4';
import type { BatchRequest } from '../api/batch';
import type { PlanonClient } from '../api/client';
import { definitionSchema, methodSchema, someFilterSchema, stateSchema } from '../api/names';
import { changed, recordJson, text, type OperationContext, type Result } from './operation';
import { filterOf, valuesOf } from './inputs';

const ACTIONS = ['changeState', 'delete', 'execute', 'read', 'update'] as const;

/** The request that one item asks for. */
export function batchRequestOf(context: OperationContext): BatchRequest {
	const action = z.enum(ACTIONS).parse(context.read('batchAction', 'read'));
	const definition = definitionSchema.parse(text(context, 'definition'));
	const filter = filterOf(context);
	const { access } = context.client.options;
	const asked = { what: `${action} ${definition} in a batch`, definition, access };
	const path = `${action}/${definition}`;
	switch (action) {
		case 'read':
			return { path, body: { filter }, asked, readOnly: true };
		case 'delete':
			return { path, body: { filter: someFilterSchema.parse(filter) }, asked, readOnly: false };
		case 'update': {
			const body = { filter: someFilterSchema.parse(filter), values: valuesOf(context) };
			return { path, body, asked, readOnly: false };
		}
		case 'changeState': {
			const state = stateSchema.parse(text(context, 'state'));
			const body = { filter: someFilterSchema.parse(filter) };
			return { path: `${path}/${state}`, body, asked, readOnly: false };
		}
		case 'execute': {
			const method = methodSchema.parse(text(context, 'method'));
			const body = { ...(filter.length > 0 && { filter }), values: valuesOf(context) };
			return { path: `${path}/${method}`, body, asked, readOnly: false };
		}
	}
}

/** What one item of a batch came to: its results, or why it failed. */
export type ItemOutcome = Result[] | Error;

/**
 * Runs the items as batches. An item whose request cannot be made fails by itself, and the others go.
 * @param contexts one per item, or the error that kept it from being made
 */
export async function runBatch(
	client: PlanonClient,
	contexts: ReadonlyArray<OperationContext | Error>,
): Promise<ItemOutcome[]> {
	const outcomes: ItemOutcome[] = [];
	const asked: Array<{ index: number; context: OperationContext; request: BatchRequest }> = [];
	for (const [index, context] of contexts.entries()) {
		try {
			if (context instanceof Error) throw context;
			asked.push({ index, context, request: batchRequestOf(context) });
		} catch (error) {
			outcomes[index] = error as Error;
		}
	}
	const answers = await client.batch(asked.map(({ request }) => request));
	for (const [place, { index, context, request }] of asked.entries()) {
		const answer = answers[place]!;
		if ('error' in answer) outcomes[index] = answer.error;
		else if (request.readOnly) {
			outcomes[index] = answer.records.map((record) => ({ json: recordJson(context, record) }));
		} else outcomes[index] = changed(context, answer);
	}
	return outcomes;
}
