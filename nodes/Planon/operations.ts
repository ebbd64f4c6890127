import { z } from 'zod/v4';
import type { PlanonClient } from './api/client';
import { createRecord } from './record/create-record';
import { conditionsFrom, valuesFrom } from './record/parameters';

export interface OperationContext {
	client: PlanonClient;
	/** Reads a node parameter of the current item. */
	read: (name: string, fallback?: unknown) => unknown;
}

const text = (context: OperationContext, name: string): string =>
	z.coerce
		.string()
		.parse(context.read(name, '') ?? '')
		.trim();

const values = ({ read }: OperationContext) => valuesFrom(read('fields', {}), read('otherValues', ''));

/** Each gives the objects that become items. */
export const RECORD_OPERATIONS: Record<string, (context: OperationContext) => Promise<object[]>> = {
	async create(context) {
		const created = await createRecord(context.client, {
			definition: text(context, 'definition'),
			method: text(context, 'method'),
			values: values(context),
			referenceField: text(context, 'referenceField') || null,
			reference: text(context, 'reference'),
			numberField: text(context, 'numberField'),
		});
		return [created];
	},

	async read(context) {
		const { client, read } = context;
		const records = await client.read(text(context, 'definition'), conditionsFrom(read('filter', {})));
		// Planon's own paging is not documented, so the limit is kept here.
		return read('returnAll') ? records : records.slice(0, z.number().int().min(1).parse(read('limit')));
	},

	async execute(context) {
		const { client, read } = context;
		const filter = conditionsFrom(read('filter', {}));
		return await client.execute(text(context, 'definition'), text(context, 'method'), {
			...(filter.length > 0 && { filter }),
			values: values(context),
		});
	},

	async changeState(context) {
		const { client, read } = context;
		const filter = conditionsFrom(read('filter', {}));
		return await client.changeState(text(context, 'definition'), text(context, 'state'), filter);
	},
};
