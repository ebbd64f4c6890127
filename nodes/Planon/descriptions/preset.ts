import type { INodeProperties } from 'n8n-workflow';
import { PRESETS } from '../presets/mapping';
import { figuresFields } from './figures';
import { filterConditions } from './filter';
import { optionsField } from './options';
import { forCase, nameInPlanon } from './shared';
import { fields, otherValues } from './values';

const OF_ONE = ['addComment', 'get', 'getHistory', 'setState'];
const EVERY = [...OF_ONE, 'createOrGet', 'getFigures', 'getMany'];

const STATES = [
	{ name: 'Canceled', value: 'canceled' },
	{ name: 'Completed', value: 'completed' },
	{ name: 'In Progress', value: 'inProgress' },
	{ name: 'Reported', value: 'reported' },
];

const operationsOf = (resource: string): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
	options: [
		{
			name: 'Add Comment',
			value: 'addComment',
			description: 'Add to the comment, unless it says that already',
			action: `Add a comment to a ${resource}`,
		},
		{
			name: 'Create or Get',
			value: 'createOrGet',
			description: 'Make one, or get the one that has the same reference already',
			action: `Create or get a ${resource}`,
		},
		{ name: 'Get', value: 'get', description: 'Get one', action: `Get a ${resource}` },
		{
			name: 'Get Figures',
			value: 'getFigures',
			description: 'Count a period: by category, state and month, with lead times',
			action: `Get figures of ${resource}s`,
		},
		{
			name: 'Get History',
			value: 'getHistory',
			description: 'Get what happened to one',
			action: `Get the history of a ${resource}`,
		},
		{
			name: 'Get Many',
			value: 'getMany',
			description: 'Get those of a period',
			action: `Get many ${resource}s`,
		},
		{
			name: 'Set State',
			value: 'setState',
			description: 'Bring one into a state, unless it is in it already',
			action: `Set the state of a ${resource}`,
		},
	],
	default: 'createOrGet',
});

/** The same for complaints, requests and orders: how they lie in Planon is in the credential. */
export const presetNodeFields: INodeProperties[] = [
	...PRESETS.map(operationsOf),
	{
		displayName: 'Identify By',
		name: 'identifyBy',
		type: 'options',
		options: [
			{ name: 'Number', value: 'number', description: 'The number that people quote' },
			{ name: 'Reference', value: 'reference', description: 'Our own, without the prefix' },
			{ name: 'Syscode', value: 'syscode', description: 'The key in Planon' },
		],
		default: 'reference',
		displayOptions: forCase(...OF_ONE),
	},
	{
		displayName: 'Identifier',
		name: 'identifier',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'R-2026-000123',
		displayOptions: forCase(...OF_ONE),
	},
	{
		displayName: 'Reference',
		name: 'caseReference',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'R-2026-000123',
		description: 'Our own. A run that is repeated with it does not make a second one.',
		displayOptions: forCase('createOrGet'),
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		description: 'The one line that says what it is about',
		displayOptions: forCase('createOrGet'),
	},
	{
		displayName: 'Comment',
		name: 'comment',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'The long text',
		displayOptions: forCase('createOrGet'),
	},
	{
		displayName: 'Requestor',
		name: 'requestor',
		type: 'string',
		default: '',
		placeholder: '4711',
		description: 'The Syscode of the person who asks. Empty when it is not known.',
		displayOptions: forCase('createOrGet'),
	},
	{ ...fields, displayOptions: forCase('createOrGet') },
	{ ...otherValues, displayOptions: forCase('createOrGet') },
	{
		displayName: 'State',
		name: 'caseState',
		type: 'options',
		options: [
			...STATES.slice(0, 3),
			{ name: 'Other', value: 'other', description: 'Any other state of your Planon' },
			...STATES.slice(3),
		],
		default: 'inProgress',
		description: 'What these are called in your Planon is in the credential',
		displayOptions: forCase('setState'),
	},
	{
		...nameInPlanon('State in Planon', 'stateName', 'searchStates', 'UsrOnHold'),
		required: true,
		displayOptions: {
			show: { resource: [...PRESETS], operation: ['setState'], caseState: ['other'] },
		},
	},
	{
		displayName: 'Comment',
		name: 'commentText',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		displayOptions: forCase('addComment'),
	},
	{
		displayName: 'Author',
		name: 'author',
		type: 'string',
		default: '',
		placeholder: 'Dienstencentrum',
		description: 'Who says it. It stands above the comment, with the moment.',
		displayOptions: forCase('addComment'),
	},
	{
		displayName: 'Place',
		name: 'place',
		type: 'options',
		options: [
			{ name: 'Bottom', value: 'bottom' },
			{ name: 'Top', value: 'top' },
		],
		default: 'bottom',
		description: 'Where it comes in the text that is there already',
		displayOptions: forCase('addComment'),
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'The begin of the period, in the time zone of the credential',
		displayOptions: forCase('getFigures', 'getMany'),
	},
	{
		displayName: 'Up To',
		name: 'to',
		type: 'dateTime',
		default: '',
		description: 'The end of the period. A day without a time counts as a whole. When empty, it is now.',
		displayOptions: forCase('getFigures', 'getMany'),
	},
	{
		displayName: 'Period Of',
		name: 'periodOf',
		type: 'options',
		options: [
			{ name: 'Being Made', value: 'inserted' },
			{ name: 'Last Change', value: 'changed' },
		],
		default: 'changed',
		displayOptions: forCase('getMany'),
	},
	{
		displayName: 'States',
		name: 'states',
		type: 'multiOptions',
		options: STATES,
		default: [],
		description: 'Only those in one of these states; all of them when empty',
		displayOptions: forCase('getMany'),
	},
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: forCase('getMany'),
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { resource: [...PRESETS], operation: ['getMany'], returnAll: [false] } },
	},
	...figuresFields,
	{ ...filterConditions, displayOptions: forCase('getFigures', 'getMany') },
	optionsField(forCase(...EVERY)),
];
