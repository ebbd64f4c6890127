import type { INodeProperties } from 'n8n-workflow';
import { forBatchOf, forOperations, nameInPlanon, valueType } from './shared';

const NOT_CONFIRMED = 'Not confirmed: Planon does not document it, so yours may refuse it';

/** The confirmed operators first, so that nobody picks another one by chance. */
const operator: INodeProperties = {
	displayName: 'Operator',
	name: 'operator',
	type: 'options',
	options: [
		{ name: 'Equals', value: 'eq' },
		{ name: 'From (Greater or Equal)', value: 'ge' },
		{ name: 'Greater Than', value: 'gt' },
		{ name: 'Up to (Less or Equal)', value: 'le' },
		{ name: 'In List (Not Confirmed)', value: 'in', description: `${NOT_CONFIRMED}. Separate by commas.` },
		{ name: 'Less Than (Not Confirmed)', value: 'lt', description: NOT_CONFIRMED },
		{ name: 'Like (Not Confirmed)', value: 'like', description: NOT_CONFIRMED },
		{ name: 'Not Equal (Not Confirmed)', value: 'ne', description: NOT_CONFIRMED },
	],
	default: 'eq',
};

export const filterConditions: INodeProperties = {
	displayName: 'Filter',
	name: 'filter',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Condition',
	default: {},
	description: 'Conditions that must all hold. For a range, add two conditions on the same field.',
	options: [
		{
			displayName: 'Condition',
			name: 'condition',
			values: [
				nameInPlanon('Field', 'field', 'searchFields', 'Syscode'),
				operator,
				valueType,
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

const raw: INodeProperties = {
	displayName: 'Raw Filter (JSON)',
	name: 'rawFilter',
	type: 'json',
	default: '{}',
	description:
		'Conditions as Planon takes them, for what the filter above cannot say. It is sent as it is written; both must hold. A name may occur twice: {"Syscode": {"ge": 1}, "Syscode": {"le": 100}}. Put no text of a customer in it, which could add a condition.',
};

export const filterFields: INodeProperties[] = [
	{ ...filterConditions, displayOptions: forOperations('read', 'execute') },
	{ ...filterConditions, required: true, displayOptions: forOperations('changeState', 'delete', 'update') },
	{ ...filterConditions, displayOptions: forOperations('batch') },
	{ ...raw, displayOptions: forOperations('read', 'execute', 'changeState', 'delete', 'update') },
	{ ...raw, displayOptions: forBatchOf('read', 'execute', 'changeState', 'delete', 'update') },
];
