import type { INodeProperties } from 'n8n-workflow';
import { CATEGORIES, SUPPLIERS } from '../../shared/domain/codebook';
import { STATUSES } from '../../shared/domain/signal';
import { forOperations, limitFields, optionsOf } from './shared';

export const searchFields: INodeProperties[] = [
	...limitFields(forOperations('getAll')),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: forOperations('getAll'),
		options: [
			{
				displayName: 'Category',
				name: 'category',
				type: 'multiOptions',
				options: optionsOf(CATEGORIES),
				default: [],
			},
			{
				displayName: 'Contains',
				name: 'contains',
				type: 'string',
				default: '',
				description: 'Words in the reference, the subject or the text',
			},
			{
				displayName: 'Customer Email',
				name: 'customerEmail',
				type: 'string',
				placeholder: 'name@email.com',
				default: '',
			},
			{ displayName: 'Registered From', name: 'registeredFrom', type: 'dateTime', default: '' },
			{
				displayName: 'Registered Until',
				name: 'registeredUntil',
				type: 'dateTime',
				default: '',
				description: 'Up to, not including, this moment',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'multiOptions',
				options: optionsOf(STATUSES),
				default: [],
			},
			{
				displayName: 'Supplier',
				name: 'supplier',
				type: 'multiOptions',
				options: optionsOf(SUPPLIERS),
				default: [],
			},
		],
	},
];
