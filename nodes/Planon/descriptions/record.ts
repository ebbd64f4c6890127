import type { INodeProperties } from 'n8n-workflow';
import { OPERATORS } from '../api/filter';

/** Shows a field only for these operations. */
const forOperations = (...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['record'], operation },
});

export const recordOperations: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['record'] } },
	options: [
		{
			name: 'Change State',
			value: 'changeState',
			description: 'Bring the records that fit into another state',
			action: 'Change the state of a record',
		},
		{
			name: 'Create',
			value: 'create',
			description: 'Add a record, at most once for a reference',
			action: 'Create a record',
		},
		{
			name: 'Execute',
			value: 'execute',
			description: 'Run a method of a definition, such as BomSave',
			action: 'Execute a method',
		},
		{
			name: 'Read',
			value: 'read',
			description: 'Get the records that fit a filter',
			action: 'Read records',
		},
	],
	default: 'create',
};

const VALUE_TYPE: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Number', value: 'number' },
		{ name: 'Text', value: 'text' },
		{ name: 'True or False', value: 'boolean' },
	],
	default: 'text',
};

const FILTER: INodeProperties = {
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
				{ displayName: 'Field', name: 'field', type: 'string', default: '', placeholder: 'Syscode' },
				{
					displayName: 'Operator',
					name: 'operator',
					type: 'options',
					options: [
						{ name: 'Equals', value: OPERATORS[0] },
						{ name: 'From (Greater or Equal)', value: OPERATORS[1] },
						{ name: 'Greater Than', value: OPERATORS[2] },
						{ name: 'Up to (Less or Equal)', value: OPERATORS[3] },
					],
					default: 'eq',
				},
				VALUE_TYPE,
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

export const recordFields: INodeProperties[] = [
	{
		displayName: 'Definition',
		name: 'definition',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'UsrRequest',
		description:
			'The name of the configuration in your Planon. It differs per organisation: your Planon administrator knows it.',
		displayOptions: forOperations('create', 'read', 'execute', 'changeState'),
	},
	{
		displayName: 'Method',
		name: 'method',
		type: 'string',
		default: 'BomAdd',
		required: true,
		description: 'The method that adds a record, usually BomAdd',
		displayOptions: forOperations('create'),
	},
	{
		displayName: 'Method',
		name: 'method',
		type: 'string',
		default: 'BomSave',
		required: true,
		description: 'The method to run, such as BomSave or BomArchive',
		displayOptions: forOperations('execute'),
	},
	{
		displayName: 'State',
		name: 'state',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'UsrCompleted',
		description: 'The name of the state in your Planon',
		displayOptions: forOperations('changeState'),
	},
	{ ...FILTER, displayOptions: forOperations('read', 'execute') },
	{ ...FILTER, required: true, displayOptions: forOperations('changeState') },
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field',
		default: {},
		description: 'The fields to fill in, by their names in your Planon',
		displayOptions: forOperations('create', 'execute'),
		options: [
			{
				displayName: 'Field',
				name: 'field',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'Description' },
					VALUE_TYPE,
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	},
	{
		displayName: 'Reference Field',
		name: 'referenceField',
		type: 'string',
		default: '',
		placeholder: 'FreeString1',
		description:
			'The field in your Planon that keeps your own reference. With it, a run that is repeated does not make a second record.',
		displayOptions: forOperations('create'),
	},
	{
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		default: '',
		placeholder: 'R-2026-000123',
		description: 'Your own reference, which goes into the reference field',
		displayOptions: forOperations('create'),
	},
	{
		displayName: 'Number Field',
		name: 'numberField',
		type: 'string',
		default: 'OrderNumber',
		required: true,
		description: 'The field with the number that people quote',
		displayOptions: forOperations('create'),
	},
	{
		displayName: 'Other Values (JSON)',
		name: 'otherValues',
		type: 'json',
		default: '{}',
		description: 'Any other values, such as {"BeginDateTime": {"date": "2026-12-01", "time": "14:00:00"}}',
		displayOptions: forOperations('create', 'execute'),
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: forOperations('read'),
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { resource: ['record'], operation: ['read'], returnAll: [false] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: forOperations('create', 'read', 'execute', 'changeState'),
		options: [
			{
				displayName: 'Accept Warnings',
				name: 'acceptWarnings',
				type: 'boolean',
				default: false,
				description:
					'Whether to go on when Planon warns. Otherwise the operation fails and shows the warnings.',
			},
			{
				displayName: 'Archived Records',
				name: 'archiveMode',
				type: 'options',
				options: [
					{ name: 'Include', value: 'all' },
					{ name: 'Leave Out', value: 'unarchived' },
				],
				default: 'unarchived',
			},
			{
				displayName: 'Reference Date',
				name: 'referenceDate',
				type: 'string',
				default: '',
				placeholder: '2026-11-24',
				description: 'The day whose data counts, for data that changes over time, or none',
			},
		],
	},
];
