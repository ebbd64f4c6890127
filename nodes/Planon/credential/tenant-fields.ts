import type { INodeProperties } from 'n8n-workflow';

/** What Planon's public documents leave open, or what differs per organisation. */
export const tenantFields: INodeProperties[] = [
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: 'Europe/Amsterdam',
		description: 'Of the dates and times in Planon that have no time zone of their own',
	},
	{
		displayName: 'Ranges in Filters',
		name: 'rangeNotation',
		type: 'options',
		options: [
			{ name: 'Field Written Twice (as Documented)', value: 'duplicate' },
			{ name: 'Field Written Once (Not Confirmed)', value: 'object' },
		],
		default: 'duplicate',
		description: 'How two conditions on one field are written',
	},
	{
		displayName: 'Address in Batches',
		name: 'batchUrl',
		type: 'options',
		options: [
			{ name: 'Full Address', value: 'full' },
			{ name: 'Path Only (Not Confirmed)', value: 'path' },
		],
		default: 'full',
		description: 'How a request in a batch says where it goes',
	},
	{
		displayName: 'OpenAPI Path',
		name: 'openApiPath',
		type: 'string',
		default: 'openapi/{definition}',
		description:
			'Where Planon gives the OpenAPI document of a definition, behind the base path, or from the root with a / in front. Not public: ask your Planon administrator. It fills the lists in the node, which works without it too.',
	},
	{
		displayName: 'OpenAPI Method',
		name: 'openApiMethod',
		type: 'options',
		options: [
			{ name: 'GET', value: 'GET' },
			{ name: 'POST', value: 'POST' },
		],
		default: 'POST',
		description: 'How that document is asked for',
	},
];
