import type { INodeProperties } from 'n8n-workflow';
import { forBatchOf, forOperations, nameInPlanon, valueType } from './shared';

export const fields: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Field',
	default: {},
	description: 'The fields to fill in, by their names in your Planon',
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				nameInPlanon('Name', 'name', 'searchFields', 'Description'),
				valueType,
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

export const otherValues: INodeProperties = {
	displayName: 'Other Values (JSON)',
	name: 'otherValues',
	type: 'json',
	default: '{}',
	description: 'Any other values, such as {"BeginDateTime": {"date": "2026-12-01", "time": "14:00:00"}}',
};

export const valueFields: INodeProperties[] = [fields, otherValues].flatMap((field) => [
	{ ...field, displayOptions: forOperations('create', 'execute', 'update') },
	{ ...field, displayOptions: forBatchOf('execute', 'update') },
]);
