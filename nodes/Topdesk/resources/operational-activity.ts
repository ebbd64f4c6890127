import { z } from 'zod/v4';
import { API, rowSchema } from '../api/api';
import { PAGING } from '../api/paging';
import { briefDescriptionSchema, createOperation } from './create-operation';
import { plainTextToHtml } from '../incident/text';
import {
	choice,
	collection,
	flag,
	lines,
	locator,
	moment,
	OTHER_FIELDS,
	optionalFields,
	text,
} from './fields';
import { getManyOperation, getOperation, getRecord, idOf, keyField, keyOf, pathOf, type Kind } from './kind';
import { memoList } from './memo-lists';
import type { Operation, Resource } from './operation';
import { writeBody, type FieldShapes } from './write-body';
import { required } from './required';

const V1 = 'application/x.topdesk-om-activity-v1+json';

const ACTIVITY: Kind = {
	...{ value: 'operationalActivity', name: 'Operational Activity' },
	...{ one: 'an operational activity', many: 'operational activities' },
	path: `${API}/operationalActivities`,
	paging: PAGING.changes,
	accept: { list: 'application/x.topdesk-collection-om-activity-v1+json', one: V1 },
	search: 'searchOperationalActivities',
	number: 'M2611-001',
	fiql: {
		briefDescription: { label: 'Brief Description', type: 'text' },
		'operatorGroup.id': { label: 'Operator Group ID', type: 'text' },
		number: { label: 'Number', type: 'text' },
		plannedEndDate: { label: 'Planned End Date', type: 'date' },
		plannedStartDate: { label: 'Planned Start Date', type: 'date' },
	},
	fields: 'fields',
	sort: true,
	versioned: true,
};

const SHAPES: FieldShapes = {
	...{ request: 'memo', action: 'memo', plannedStartDate: 'moment', plannedEndDate: 'moment' },
	...{ operator: 'id', operatorGroup: 'id', supplier: 'id', category: 'id', subcategory: 'id' },
	...{ type: 'id', status: 'id', optionalFields1: 'optionalFields', optionalFields2: 'optionalFields' },
};
const BRIEF = text('Brief Description', 'briefDescription', { description: 'At most 80 characters' });
const START = moment('Planned Start Date', 'plannedStartDate');
const END = moment('Planned End Date', 'plannedEndDate');
const DETAILS = [
	locator({ displayName: 'Operator', name: 'operator', search: 'searchOperators' }),
	locator({ displayName: 'Operator Group', name: 'operatorGroup', search: 'searchOperatorGroups' }),
	optionalFields(1),
	optionalFields(2),
	OTHER_FIELDS,
	choice('Status', 'status', 'getActivityStatuses'),
	locator({ displayName: 'Supplier', name: 'supplier', search: 'searchSuppliers' }),
	choice('Type', 'type', 'getActivityTypes'),
];

const create = createOperation(ACTIVITY, {
	description: 'Plan work',
	fields: [
		{ ...BRIEF, required: true },
		{ ...START, required: true },
		{ ...END, required: true },
	],
	details: [...DETAILS, lines('Action', 'action'), lines('Request', 'request')],
	shapes: SHAPES,
	schema: z.looseObject({
		briefDescription: briefDescriptionSchema,
		plannedStartDate: z.string('Fill in when it starts'),
		plannedEndDate: z.string('Fill in when it ends'),
	}),
});

/** With an ETag, TOPdesk refuses (412) when the activity changed since it was read. Gives it as it is afterwards. */
const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update an operational activity',
	description: 'Change planned work',
	fields: [
		keyField(ACTIVITY),
		collection('Update Fields', 'updateFields', 'Add Field', [BRIEF, START, END, ...DETAILS]),
		collection('Options', 'options', 'Add Option', [
			text('Only if Unchanged Since (ETag)', 'ifMatch', {
				placeholder: '={{ $json["@etag"] }}',
				description: 'Refuse when somebody changed it since it was read, by the @etag that Get gives',
			}),
		]),
	],
	async run({ client, read, timezone }) {
		const body = writeBody(read('updateFields', {}) as object, SHAPES, { timezone });
		if (Object.keys(body).length === 0) throw new Error('Give at least one field to change');
		const { ifMatch } = read('options', {}) as { ifMatch?: string };
		const id = await idOf(client.api, ACTIVITY, keyOf(ACTIVITY, read));
		await client.api.ask('PATCH', {
			what: 'update the operational activity',
			path: pathOf(ACTIVITY, id),
			headers: {
				'content-type': `application/x.topdesk-merge-patch+json; content-type="${V1}"`,
				...(ifMatch && { 'if-match': ifMatch }),
			},
			body: JSON.stringify(body),
		});
		return [await getRecord(client.api, ACTIVITY, id)];
	},
};

const addNote: Operation = {
	value: 'addNote',
	name: 'Add Note',
	action: 'Add a note to an operational activity',
	description: 'Write in the actions',
	fields: [
		keyField(ACTIVITY),
		lines('Note', 'note', { required: true }),
		flag('Text Is HTML', 'html', 'Whether the text is in the HTML that TOPdesk allows'),
	],
	async run({ client, read }) {
		const note = required('Fill in a note').parse(read('note'));
		const action = await client.api.read('POST', rowSchema, {
			what: 'add a note to the operational activity',
			path: pathOf(ACTIVITY, await idOf(client.api, ACTIVITY, keyOf(ACTIVITY, read)), '/actions'),
			body: { memoText: read('html', false) ? note : plainTextToHtml(note) },
		});
		return [action];
	},
};

/** Each of these stands on its own: an activity can be skipped and still be marked as an anomaly. */
const transition: Operation = {
	value: 'transition',
	name: 'Transition',
	action: 'Mark an operational activity',
	description: 'Mark an operational activity as resolved, skipped or an anomaly, or take that mark away',
	fields: [
		keyField(ACTIVITY),
		{
			displayName: 'Mark',
			name: 'mark',
			type: 'options',
			options: [
				{ name: 'Anomaly', value: 'anomaly' },
				{ name: 'Resolved', value: 'resolved' },
				{ name: 'Skipped', value: 'skipped' },
			],
			default: 'resolved',
		},
		flag('Marked', 'marked', 'Whether it gets this mark or loses it', true),
		collection('Options', 'options', 'Add Option', [
			text('Reason ID', 'reason', { description: 'Why it is an anomaly or is skipped' }),
			moment('Resolved At', 'dateTime'),
		]),
	],
	async run({ client, read, timezone }) {
		const mark = z.enum(['anomaly', 'resolved', 'skipped']).parse(read('mark'));
		const given = read('options', {}) as object;
		const options = writeBody(given, { dateTime: 'moment' }, { timezone });
		const id = await idOf(client.api, ACTIVITY, keyOf(ACTIVITY, read));
		await client.api.ask('POST', {
			what: 'mark the operational activity',
			path: pathOf(ACTIVITY, id),
			body: { [mark]: { value: read('marked', true), ...options } },
		});
		return [await getRecord(client.api, ACTIVITY, id)];
	},
};

export const operationalActivity: Resource = {
	value: ACTIVITY.value,
	name: ACTIVITY.name,
	operations: [
		create,
		getOperation(ACTIVITY),
		getManyOperation(ACTIVITY),
		update,
		addNote,
		transition,
		memoList(ACTIVITY, {
			below: '/actions',
			value: 'getActions',
			name: 'Get Actions',
			action: 'Get the actions of an operational activity',
			description: 'Get the texts of the action field',
		}),
		memoList(ACTIVITY, {
			below: '/requests',
			value: 'getRequests',
			name: 'Get Requests',
			action: 'Get the requests of an operational activity',
			description: 'Get the texts of the request field',
		}),
	],
};
