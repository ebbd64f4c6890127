import type { INodeProperties } from 'n8n-workflow';
import { filterFields } from './filter';
import { optionsField } from './options';
import { readingFields } from './reading';
import { forBatchOf, forOperations, nameInPlanon } from './shared';
import { valueFields } from './values';

const EVERY = ['batch', 'changeState', 'create', 'delete', 'execute', 'lookUp', 'read', 'update'];

const operations: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['record'] } },
	options: [
		{
			name: 'Add',
			value: 'create',
			description: 'Add a record, at most once for a reference',
			action: 'Add a record',
		},
		{
			name: 'Batch',
			value: 'batch',
			description: 'Make a request of every item, and send them together',
			action: 'Send requests together',
		},
		{
			name: 'Change State',
			value: 'changeState',
			description: 'Bring the records that fit into another state',
			action: 'Change the state of a record',
		},
		{
			name: 'Delete',
			value: 'delete',
			description: 'Remove the records that fit',
			action: 'Delete records',
		},
		{
			name: 'Execute',
			value: 'execute',
			description: 'Run a method of a definition, such as BomSave',
			action: 'Execute a method',
		},
		{
			name: 'Look Up',
			value: 'lookUp',
			description: 'Get what Planon itself finds with a code or name',
			action: 'Look up a record',
		},
		{
			name: 'Read',
			value: 'read',
			description: 'Get the records that fit a filter',
			action: 'Read records',
		},
		{
			name: 'Update',
			value: 'update',
			description: 'Change fields of the records that fit',
			action: 'Update records',
		},
	],
	default: 'create',
};

const saveMethod: INodeProperties = {
	...nameInPlanon('Method', 'method', 'searchMethods', 'BomSave', 'BomSave'),
	required: true,
	description: 'The method to run, such as BomSave or BomArchive',
};
const state: INodeProperties = {
	...nameInPlanon('State', 'state', 'searchStates', 'UsrCompleted'),
	required: true,
	description: 'The name of the state in your Planon',
};

export const recordFields: INodeProperties[] = [
	operations,
	{
		displayName: 'What Each Item Does',
		name: 'batchAction',
		type: 'options',
		options: [
			{ name: 'Change State', value: 'changeState' },
			{ name: 'Delete', value: 'delete' },
			{ name: 'Execute', value: 'execute' },
			{ name: 'Read', value: 'read' },
			{ name: 'Update', value: 'update' },
		],
		default: 'read',
		description:
			'Planon takes 20 requests at a time: more items make more batches. Each item has an outcome of its own.',
		displayOptions: forOperations('batch'),
	},
	{
		displayName: 'Definition',
		name: 'definition',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'UsrRequest',
		description:
			'The name of the configuration in your Planon. It differs per organisation: your Planon administrator knows it.',
		displayOptions: forOperations(...EVERY),
	},
	{
		...nameInPlanon('Method', 'method', 'searchMethods', 'BomAdd', 'BomAdd'),
		required: true,
		description: 'The method that adds a record, usually BomAdd',
		displayOptions: forOperations('create'),
	},
	{ ...saveMethod, displayOptions: forOperations('execute') },
	{ ...saveMethod, displayOptions: forBatchOf('execute') },
	{ ...state, displayOptions: forOperations('changeState') },
	{ ...state, displayOptions: forBatchOf('changeState') },
	{
		displayName: 'Value',
		name: 'lookUpValue',
		type: 'string',
		default: '',
		required: true,
		placeholder: '1000123',
		description: 'The code or name to look up',
		displayOptions: forOperations('lookUp'),
	},
	...filterFields,
	...valueFields,
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
	...readingFields,
	optionsField(forOperations(...EVERY)),
];
