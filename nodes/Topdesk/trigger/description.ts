import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { followingOptions } from '../../shared/polling/following-options';

export const eventOptions: INodePropertyOptions[] = [
	{ name: 'Archived', value: 'archived' },
	{
		name: 'Caller Replied',
		value: 'callerReplied',
		description: 'The caller wrote something. Takes a request for every incident that changed.',
	},
	{ name: 'Closed', value: 'closed' },
	{ name: 'Completed', value: 'completed' },
	{ name: 'Created', value: 'created' },
	{
		name: 'Memo Added',
		value: 'memoAdded',
		description:
			'An operator wrote something, also what is hidden from the caller. Takes a request for every incident that changed.',
	},
	{ name: 'Operator Changed', value: 'operatorChanged' },
	{ name: 'Operator Group Changed', value: 'groupChanged' },
	{ name: 'Status Changed', value: 'statusChanged', description: 'The processing status changed' },
	{ name: 'Updated', value: 'updated', description: 'Anything in an incident changed' },
];

export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: eventOptions,
		default: ['updated'],
		required: true,
		description: 'What to start the workflow for. Each event that happened is an item of its own.',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Only With External Number',
				name: 'onlyWithExternalNumber',
				type: 'boolean',
				default: true,
				description: 'Whether to follow only incidents that carry the number of another system, such as ours',
			},
			{
				displayName: 'Operator Group Name or ID',
				name: 'operatorGroup',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getOperatorGroups' },
				default: '',
				description:
					'An incident that leaves the group is no longer followed. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Query (FIQL)',
				name: 'query',
				type: 'string',
				default: '',
				placeholder: "category.name=='Werkplek'",
				description: 'A search of your own, in the language of TOPdesk’s REST API',
			},
		],
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: followingOptions,
	},
];
