import type { INodeProperties } from 'n8n-workflow';
import { choice, forOperations, PROCESSING_STATUS } from './shared';

export const getManyFields: INodeProperties[] = [
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
			{ ...choice('Category', 'category', 'getCategories'), displayName: 'Category Name' },
			{
				displayName: 'Closed',
				name: 'closed',
				type: 'boolean',
				default: false,
				description: 'Whether to give only closed incidents, or only incidents that are not closed',
			},
			{ displayName: 'Created From', name: 'createdFrom', type: 'dateTime', default: '' },
			{
				displayName: 'External Number',
				name: 'externalNumber',
				type: 'string',
				default: '',
				placeholder: 'R-2026-000123',
			},
			{ displayName: 'Modified From', name: 'modifiedFrom', type: 'dateTime', default: '' },
			{ ...PROCESSING_STATUS, displayName: 'Processing Status Name' },
			{
				displayName: 'Query (FIQL)',
				name: 'query',
				type: 'string',
				default: '',
				placeholder: "briefDescription=sw='Printer';operatorGroup.name=='Servicedesk'",
				description:
					'A search of your own, in the language of TOPdesk’s REST API. It is added to the other filters.',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forOperations('getAll'),
		options: [
			{
				displayName: 'Fields',
				name: 'fields',
				type: 'string',
				default: '',
				placeholder: 'briefDescription,processingStatus,closed',
				description: 'Names of fields, separated by commas. Asking for a few is much faster than for all.',
			},
			{
				displayName: 'Include Archived and Partial',
				name: 'includeArchived',
				type: 'boolean',
				default: false,
				description: 'Whether to give archived and partial incidents too',
			},
			{
				displayName: 'Sort',
				name: 'sort',
				type: 'string',
				default: 'creationDate:asc',
				placeholder: 'modificationDate:desc',
				description: 'Names of fields with :asc or :desc, separated by commas',
			},
		],
	},
];
