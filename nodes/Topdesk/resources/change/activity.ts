import { z } from 'zod/v4';
import { briefDescriptionSchema, createOperation } from '../create-operation';
import { choice, lines, moment, OTHER_FIELDS, text } from '../fields';
import { getManyOperation, getOperation } from '../kind';
import { trailAndRequests } from '../memo-lists';
import type { Resource } from '../operation';
import { CHANGE_ACTIVITY } from './kinds';
import { noteOperation, SHAPES, updateBySteps } from './shared';

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

const create = createOperation(CHANGE_ACTIVITY, {
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
	],
	details: [...DETAILS, lines('Request', 'request')],
	shapes: SHAPES,
	schema: z.looseObject({
		changeId: z.string('Fill in the ID of the change'),
		briefDescription: briefDescriptionSchema,
	}),
	write: { searchlistAsText: true },
});

const update = updateBySteps(CHANGE_ACTIVITY, [BRIEF, ...DETAILS]);

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
