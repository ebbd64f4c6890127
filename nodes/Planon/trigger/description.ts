import type { INodeProperties } from 'n8n-workflow';
import { followingOptions } from '../../shared/polling/following-options';
import { MOST_IN_ANSWER } from '../reading/windows';

const field = (displayName: string, name: string, value: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: value,
	description,
});

const mostInAnswer: INodeProperties = {
	displayName: 'Most Records in an Answer',
	name: 'mostInAnswer',
	type: 'number',
	typeOptions: { minValue: 2 },
	default: MOST_IN_ANSWER,
	description:
		'An answer with this many may have been cut off, so its period is read again in halves. Set it no higher than what your Planon gives at most.',
};

export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Follow',
		name: 'follow',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Complaints', value: 'complaint', description: 'As they are mapped in the credential' },
			{ name: 'Orders', value: 'order', description: 'As they are mapped in the credential' },
			{ name: 'Other Definition', value: 'definition', description: 'Records of any definition' },
			{ name: 'Requests', value: 'request', description: 'As they are mapped in the credential' },
		],
		default: 'complaint',
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
		displayOptions: { show: { follow: ['definition'] } },
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: [
			{ name: 'Changed', value: 'changed', description: 'Anything in a record changed' },
			{ name: 'Created', value: 'created' },
			{ name: 'State Changed', value: 'stateChanged' },
		],
		default: ['stateChanged'],
		required: true,
		description: 'What to start the workflow for. Each event that happened is an item of its own.',
	},
	{
		displayName: 'Only With Reference',
		name: 'onlyWithReference',
		type: 'boolean',
		default: false,
		description: 'Whether to follow only records that carry a reference of ours',
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: 'Where your Planon has other field names',
		displayOptions: { show: { follow: ['definition'] } },
		options: [
			field('Changed', 'changedField', 'SysMutationDateTime', 'When a record was last changed'),
			field(
				'Ignored',
				'ignoredFields',
				'',
				'Fields that differ without anybody changing the record, such as an age, separated by commas',
			),
			field('Inserted', 'insertedField', 'InsertDateTime', 'When a record was made'),
			field('Number', 'numberField', 'OrderNumber', 'The number that people quote'),
			field('Reference', 'referenceField', 'FreeString1', 'The field with our own reference'),
			field('State', 'stateField', 'RefBOStateUserDefined', 'The state that a record is in'),
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [...followingOptions, mostInAnswer].sort((one, other) =>
			one.displayName.localeCompare(other.displayName),
		),
	},
];
