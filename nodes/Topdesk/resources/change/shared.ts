import { z } from 'zod/v4';
import { rowSchema, type TopdeskApi } from '../../api/api';
import { plainTextToHtml } from '../../incident/text';
import { readJsonObject } from '../../../shared/json-object';
import { flag, lines } from '../fields';
import { getRecord, idOf, keyField, keyOf, pathOf, type Kind } from '../kind';
import type { Operation } from '../operation';
import type { FieldShapes } from '../write-body';

/** The shapes of the fields that changes and their activities have in common. */
export const SHAPES: FieldShapes = {
	...{ request: 'memo', action: 'memo', requester: 'id' },
	...{ plannedStartDate: 'moment', plannedFinalDate: 'moment' },
	...{ optionalFields1: 'optionalFields', optionalFields2: 'optionalFields' },
};

/** Writes in the progress trail. Gives what was written. */
export const noteOperation = (kind: Kind): Operation => ({
	value: 'addNote',
	name: 'Add Note',
	action: `Add a note to ${kind.one}`,
	description: 'Write in the progress trail',
	fields: [
		keyField(kind),
		lines('Note', 'note', { required: true }),
		flag('Text Is HTML', 'html', 'Whether the text is in the HTML that TOPdesk allows'),
	],
	async run({ client, read }) {
		const note = z.string().trim().min(1, 'Fill in a note').parse(read('note'));
		const id = await idOf(client.api, kind, keyOf(kind, read));
		const memo = await client.api.read('POST', rowSchema, {
			what: `add a note to ${kind.one}`,
			path: pathOf(kind, id, '/progresstrail'),
			body: { memoText: read('html', false) ? note : plainTextToHtml(note), type: 'memo' },
		});
		return [memo];
	},
});

/** Sends fields as the steps of a JSON Patch, and gives the record as it is afterwards. */
export async function patch(
	api: TopdeskApi,
	kind: Kind,
	key: string,
	fields: Record<string, unknown>,
): Promise<object[]> {
	const steps = Object.entries(fields).map(([field, value]) => ({
		op: 'replace',
		path: field.startsWith('/') ? field : `/${field}`,
		value,
	}));
	if (steps.length === 0) throw new Error('Give at least one field to change');
	await api.ask('PATCH', { what: `update ${kind.one}`, path: pathOf(kind, key), body: steps });
	return [await getRecord(api, kind, key)];
}

/** Fields by the names of the API or, for what lies deeper, by their path: `/simple/plannedImplementationDate`. */
export const otherSteps = (value: unknown) =>
	readJsonObject(value, 'Other Fields', '{"/simple/assignee": {"groupId": "..."}}');
