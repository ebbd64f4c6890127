import type { INodeProperties } from 'n8n-workflow';
import { forOperations } from './shared';

const inWindows = (...readIn: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['record'], operation: ['read'], readIn },
});

/** How much is read, and in how many requests. */
export const readingFields: INodeProperties[] = [
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
		displayName: 'Read In',
		name: 'readIn',
		type: 'options',
		options: [
			{ name: 'One Request', value: 'once', description: 'For filters that find few records' },
			{
				name: 'Windows of Syscodes',
				value: 'syscode',
				description: 'For many records: each is given once, also when records change meanwhile',
			},
			{
				name: 'Windows of Time',
				value: 'time',
				description: 'For what changed in a period, by SysMutationDateTime',
			},
		],
		default: 'once',
		description:
			'How Planon pages, and after how many records it cuts an answer off, is not documented. Windows make it unnecessary to know.',
		displayOptions: forOperations('read'),
	},
	{
		displayName: 'From Syscode',
		name: 'fromSyscode',
		type: 'string',
		default: '1',
		description: 'The first Syscode',
		displayOptions: inWindows('syscode'),
	},
	{
		displayName: 'Up to Syscode',
		name: 'toSyscode',
		type: 'string',
		default: '',
		description: 'The last Syscode. When empty, reading goes on until there are no more records.',
		displayOptions: inWindows('syscode'),
	},
	{
		displayName: 'From Moment',
		name: 'fromMoment',
		type: 'dateTime',
		default: '',
		required: true,
		description: 'The begin of the period. Without a time zone it is in that of the credential.',
		displayOptions: inWindows('time'),
	},
	{
		displayName: 'Up to Moment',
		name: 'toMoment',
		type: 'dateTime',
		default: '',
		description: 'The end of the period. When empty, it is now.',
		displayOptions: inWindows('time'),
	},
	{
		displayName: 'Windows',
		name: 'windows',
		type: 'collection',
		placeholder: 'Add Setting',
		default: {},
		displayOptions: inWindows('syscode', 'time'),
		options: [
			{
				displayName: 'First Size',
				name: 'size',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1000,
				description:
					'Of the first window, in Syscodes or minutes. Windows become wider where there is little and narrower where there is much.',
			},
			{
				displayName: 'Most Records in an Answer',
				name: 'mostInAnswer',
				type: 'number',
				typeOptions: { minValue: 2 },
				default: 500,
				description:
					'An answer with this many may have been cut off, so its window is read again in halves. Set it no higher than what your Planon gives at most.',
			},
			{
				displayName: 'Time Field',
				name: 'field',
				type: 'string',
				default: 'SysMutationDateTime',
				description: 'The field with the moment, for windows of time',
			},
		],
	},
];
