import { z } from 'zod/v4';
import { rowSchema } from '../../api/api';
import { choice, collection, lines, moment, OTHER_FIELDS, text } from '../fields';
import { getManyOperation, getOperation, keyField, keyOf } from '../kind';
import { trailAndRequests } from '../memo-lists';
import type { Operation, Resource } from '../operation';
import { writeBody } from '../write-body';
import { CHANGE_ACTIVITY } from './kinds';
import { noteOperation, otherSteps, patch, SHAPES } from './shared';

const BRIEF = text('Brief Description', 'briefDescription', { description: 'At most 80 characters' });
const DETAILS = [
	lines('Action', 'action'),
	text('Category', 'category', { description: 'The name or the ID of the category' }),
	OTHER_FIELDS,
	moment('Planned Final Date', 'plannedFinalDate'),
	moment('Planned Start Date', 'plannedStartDate'),
	choice('Status', 'status', 'getChangeActivityStatuses'),
	text('Subcategory', 'subcategory', { description: 'The name or the ID of the subcategory' }),
];

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a change activity',
	description: 'Add an activity to a change',
	fields: [
		text('Change ID', 'changeId', { required: true, description: 'The change that it is part of' }),
		{ ...BRIEF, required: true },
		{
			displayName: 'Activity Type',
			name: 'activityType',
			type: 'options',
			options: [
				{ name: 'Authorization', value: 'authorization' },
				{ name: 'Normal', value: 'normal' },
			],
			default: 'normal',
		},
		{
			displayName: 'Change Phase',
			name: 'changePhase',
			type: 'options',
			options: [
				{ name: 'Evaluation', value: 'evaluation' },
				{ name: 'Progress', value: 'progress' },
				{ name: 'Request for Change', value: 'rfc' },
			],
			default: 'progress',
		},
		collection('Additional Fields', 'additionalFields', 'Add Field', [
			...DETAILS,
			lines('Request', 'request'),
		]),
	],
	async run({ client, read, timezone }) {
		const fields = {
			...(read('additionalFields', {}) as object),
			changeId: read('changeId'),
			briefDescription: read('briefDescription'),
			activityType: read('activityType', 'normal'),
			changePhase: read('changePhase', 'progress'),
		};
		const body = z
			.looseObject({
				changeId: z.string('Fill in the ID of the change'),
				briefDescription: z.string('Fill in a brief description').max(80),
			})
			.parse(writeBody(fields, SHAPES, { timezone, searchlistAsText: true }));
		const question = { what: 'create the change activity', path: CHANGE_ACTIVITY.path, body };
		return [await client.api.read('POST', rowSchema, question)];
	},
};

/** Gives the activity as it is afterwards. */
const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a change activity',
	description: 'Change the fields of a change activity',
	fields: [
		keyField(CHANGE_ACTIVITY),
		collection('Update Fields', 'updateFields', 'Add Field', [BRIEF, ...DETAILS]),
	],
	async run({ client, read, timezone }) {
		const { otherFields, ...fields } = read('updateFields', {}) as Record<string, unknown>;
		const steps = { ...writeBody(fields, SHAPES, { timezone }), ...otherSteps(otherFields) };
		return await patch(client.api, CHANGE_ACTIVITY, keyOf(CHANGE_ACTIVITY, read), steps);
	},
};

export const changeActivity: Resource = {
	value: CHANGE_ACTIVITY.value,
	name: CHANGE_ACTIVITY.name,
	operations: [
		create,
		getOperation(CHANGE_ACTIVITY),
		getManyOperation(CHANGE_ACTIVITY),
		update,
		noteOperation(CHANGE_ACTIVITY),
		...trailAndRequests(CHANGE_ACTIVITY),
	],
};
