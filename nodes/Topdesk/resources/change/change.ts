import { z } from 'zod/v4';
import { rowSchema } from '../../api/api';
import { briefDescriptionSchema, createOperation } from '../create-operation';
import { choice, collection, lines, locator, OTHER_FIELDS, optionalFields, text } from '../fields';
import { getManyOperation, getOperation, keyField, keyOf, pathOf } from '../kind';
import { trailAndRequests } from '../memo-lists';
import type { Operation, Resource } from '../operation';
import { getCalendar } from './calendar';
import { CHANGE, CHANGE_TYPE } from './kinds';
import { noteOperation, SHAPES, updateBySteps } from './shared';
import { required } from '../required';

const DETAILS = [
	lines('Action', 'action'),
	text('Benefit', 'benefit'),
	text('Category', 'category', { description: 'The name or the ID of the category' }),
	text('External Number', 'externalNumber'),
	text('Impact', 'impact', { description: 'The name or the ID of the impact' }),
	OTHER_FIELDS,
	text('Priority', 'priority', { description: 'The name or the ID of the priority' }),
	text('Subcategory', 'subcategory', { description: 'The name or the ID of the subcategory' }),
];
const BRIEF = text('Brief Description', 'briefDescription', { description: 'At most 80 characters' });

const create = createOperation(CHANGE, {
	description: 'Request a change',
	fields: [
		{ ...BRIEF, required: true },
		CHANGE_TYPE,
		locator({ displayName: 'Requester', name: 'requester', search: 'searchPersons', required: true }),
	],
	details: [
		...DETAILS,
		lines('Request', 'request'),
		optionalFields(1),
		optionalFields(2),
		choice('Template', 'template', 'getChangeTemplates'),
	],
	shapes: { ...SHAPES, template: 'id' },
	schema: z.looseObject({
		briefDescription: briefDescriptionSchema,
		requester: z.object({ id: z.string() }, 'Choose who requests the change'),
	}),
	write: { searchlistAsText: true },
});

const update = updateBySteps(CHANGE, [BRIEF, ...DETAILS, choice('Status', 'status', 'getChangeStatuses')]);

const STATES = {
	extensive_done: 'Extensive: Done',
	extensive_evaluated: 'Extensive: Evaluated',
	prfc: 'Extensive: Preliminary Request',
	rfc: 'Extensive: Request for Change',
	simple_done: 'Simple: Done',
	simple_inProgress: 'Simple: In Progress',
	simple_notStarted: 'Simple: Not Started',
};

/** Works where the status of a change does not decide by itself where it stands. */
const transition: Operation = {
	value: 'transition',
	name: 'Transition',
	action: 'Bring a change to its next state',
	description: 'Approve, reject, start or finish a change, as TOPdesk allows from where it stands',
	fields: [
		keyField(CHANGE),
		{
			displayName: 'From',
			name: 'from',
			type: 'options',
			options: Object.entries(STATES).map(([value, name]) => ({ name, value })),
			default: 'rfc',
			description: 'Where the change stands now',
		},
		text('Transition', 'transition', {
			required: true,
			placeholder: 'approve',
			description: 'What to do, by the name that TOPdesk’s REST API has for it',
		}),
		collection('Options', 'options', 'Add Option', [
			lines('Comment', 'comment'),
			choice('Reason', 'reason', 'getChangeRejectionReasons'),
		]),
	],
	async run({ client, read }) {
		const action = required('Fill in a transition').parse(read('transition'));
		const body = { ...(read('options', {}) as object), from: read('from'), action };
		const outcome = await client.api.read('POST', rowSchema, {
			what: `${action} the change`,
			path: pathOf(CHANGE, keyOf(CHANGE, read), '/processingStatusTransitions'),
			body,
		});
		return [outcome];
	},
};

export const change: Resource = {
	value: CHANGE.value,
	name: CHANGE.name,
	operations: [
		create,
		getOperation(CHANGE),
		getManyOperation(CHANGE),
		getCalendar,
		update,
		noteOperation(CHANGE),
		transition,
		...trailAndRequests(CHANGE),
	],
};
