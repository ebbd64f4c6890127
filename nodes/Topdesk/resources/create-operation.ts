import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { rowSchema } from '../api/api';
import { collection } from './fields';
import type { Kind } from './kind';
import type { Operation } from './operation';
import { writeBody, type FieldShapes, type WriteOptions } from './write-body';

interface Creation {
	description: string;
	/** What must be filled in, by the names of TOPdesk's fields. */
	fields: INodeProperties[];
	/** What may be. */
	details: INodeProperties[];
	shapes: FieldShapes;
	/** What TOPdesk would refuse otherwise, and what is still to be done to the body. */
	schema: z.ZodType<object>;
	write?: Partial<WriteOptions>;
}

export const briefDescriptionSchema = z
	.string('Fill in a brief description')
	.max(80, 'A brief description has at most 80 characters');

/** Makes a record of a kind. Never repeated when the outcome is in doubt. Gives the record. */
export const createOperation = (
	kind: Kind,
	{ description, fields, details, shapes, schema, write }: Creation,
): Operation => ({
	value: 'create',
	name: 'Create',
	action: `Create ${kind.one}`,
	description,
	fields: [...fields, collection('Additional Fields', 'additionalFields', 'Add Field', details)],
	async run({ client, read, timezone }) {
		const required = Object.fromEntries(fields.map(({ name, default: value }) => [name, read(name, value)]));
		const filled = { ...(read('additionalFields', {}) as object), ...required };
		const record = await client.api.read('POST', rowSchema, {
			what: `create ${kind.one}`,
			path: kind.path,
			headers: kind.accept && { accept: kind.accept.one },
			body: schema.parse(writeBody(filled, shapes, { timezone, ...write })),
		});
		return [record];
	},
});
