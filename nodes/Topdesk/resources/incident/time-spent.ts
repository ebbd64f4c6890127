import { z } from 'zod/v4';
import { rowSchema } from '../../api/api';
import { incidentPath } from '../../api/incident-key';
import { PAGING } from '../../api/paging';
import { choice, collection, locator, moment, OTHER_FIELDS, text } from '../fields';
import type { Operation } from '../operation';
import { writeBody } from '../write-body';
import { INCIDENT, incidentKey } from './key';
import { subList } from './sub-list';

const inputSchema = z.looseObject({
	timeSpent: z.int().refine((minutes) => minutes !== 0, 'Fill in the minutes; less than 0 takes time off'),
	notes: z.string().max(250).optional(),
});

const add: Operation = {
	value: 'addTimeSpent',
	name: 'Add Time Spent',
	action: 'Add time spent to an incident',
	description: 'Register minutes that were spent on an incident',
	fields: [
		INCIDENT,
		{
			displayName: 'Minutes',
			name: 'minutes',
			type: 'number',
			default: 15,
			required: true,
			description: 'Less than 0 corrects an earlier entry',
		},
		collection('Additional Fields', 'additionalFields', 'Add Field', [
			moment('Entry Date', 'entryDate'),
			text('Notes', 'notes', { description: 'At most 250 characters' }),
			locator({ displayName: 'Operator', name: 'operator', search: 'searchOperators' }),
			locator({ displayName: 'Operator Group', name: 'operatorGroup', search: 'searchOperatorGroups' }),
			OTHER_FIELDS,
			choice('Reason', 'reason', 'getTimeSpentReasons'),
		]),
	],
	async run({ client, read, timezone }) {
		const key = incidentKey(read);
		const fields = { ...(read('additionalFields', {}) as object), timeSpent: read('minutes') };
		const body = writeBody(
			fields,
			{ operator: 'id', operatorGroup: 'id', reason: 'idOrName', entryDate: 'moment' },
			{ timezone },
		);
		const entry = await client.api.read('POST', rowSchema, {
			what: `add time spent to incident ${key}`,
			path: incidentPath(key, '/timespent'),
			body: inputSchema.parse(body),
		});
		return [entry];
	},
};

const list = subList({
	value: 'getTimeSpent',
	name: 'Get Time Spent',
	action: 'Get the time spent on an incident',
	description: 'Get the minutes that were registered',
	below: '/timespent',
	paging: PAGING.none,
});

export const timeSpent: Operation[] = [add, list];
