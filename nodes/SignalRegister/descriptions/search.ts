import type { INodeProperties } from 'n8n-workflow';
import { CATEGORIES, SUPPLIERS } from '../../shared/domain/codebook';
import { STATUSES } from '../../shared/domain/signal';
import { forOperations, optionsOf } from './shared';

export const searchFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: forOperations('getAll'),
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { ...forOperations('getAll')!.show, returnAll: [false] } },
	},
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
