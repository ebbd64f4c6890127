import type { INodeProperties } from 'n8n-workflow';
import { readJsonObject } from '../../../shared/json-object';
import { rowSchema } from '../../api/api';
import { plainTextToHtml } from '../../incident/text';
import { collection, flag, lines } from '../fields';
import { getRecord, idOf, keyField, keyOf, pathOf, type Kind } from '../kind';
import type { Operation } from '../operation';
import { required } from '../required';
import { writeBody, type FieldShapes } from '../write-body';

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
		const note = required('Fill in a note').parse(read('note'));
		const id = await idOf(client.api, kind, keyOf(kind, read));
		const memo = await client.api.read('POST', rowSchema, {
			what: `add a note to ${kind.one}`,
			path: pathOf(kind, id, '/progresstrail'),
			body: { memoText: read('html', false) ? note : plainTextToHtml(note), type: 'memo' },
		});
		return [memo];
	},
});

/**
 * Changes fields by the steps of a JSON Patch, and gives the record as it is afterwards. Other fields are
 * named as in the API or, for what lies deeper, by their path: `/simple/plannedImplementationDate`.
 */
export const updateBySteps = (kind: Kind, fields: INodeProperties[]): Operation => ({
	value: 'update',
	name: 'Update',
	action: `Update ${kind.one}`,
	description: `Change the fields of ${kind.one}`,
	fields: [keyField(kind), collection('Update Fields', 'updateFields', 'Add Field', fields)],
	async run({ client, read, timezone }) {
		const { otherFields, ...given } = read('updateFields', {}) as Record<string, unknown>;
		const others = readJsonObject(otherFields, 'Other Fields', '{"/simple/assignee": {"groupId": "..."}}');
		const steps = Object.entries({ ...writeBody(given, SHAPES, { timezone }), ...others }).map(
			([field, value]) => ({ op: 'replace', path: field.startsWith('/') ? field : `/${field}`, value }),
		);
		if (steps.length === 0) throw new Error('Give at least one field to change');
		const key = keyOf(kind, read);
		await client.api.ask('PATCH', { what: `update ${kind.one}`, path: pathOf(kind, key), body: steps });
		return [await getRecord(client.api, kind, key)];
	},
});
