import type { INodeProperties } from 'n8n-workflow';
import { createFields } from './create';
import { getManyFields } from './get-many';
import { forOperations } from './shared';
import { updateFields } from './update';

export const incidentOperations: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['incident'] } },
	options: [
		{
			name: 'Create',
			value: 'create',
			description: 'Create an incident, at most once for an external number',
			action: 'Create an incident',
		},
		{
			name: 'Get',
			value: 'get',
			description: 'Get an incident by its number or ID',
			action: 'Get an incident',
		},
		{ name: 'Get Many', value: 'getAll', description: 'Search incidents', action: 'Get many incidents' },
		{
			name: 'Update',
			value: 'update',
			description: 'Change an incident or add a note to it',
			action: 'Update an incident',
		},
	],
	default: 'create',
};

export const incidentFields: INodeProperties[] = [
	{
		displayName: 'Incident Number or ID',
		name: 'incident',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'I 2611 004',
		displayOptions: forOperations('get', 'update'),
	},
	...createFields,
	...getManyFields,
	...updateFields,
];
