import type { INodeProperties } from 'n8n-workflow';

export const connectionFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['connection'] } },
		options: [
			{
				name: 'Check',
				value: 'check',
				description: 'See whether Planon answers, and how long the access key still works',
				action: 'Check the connection',
			},
		],
		default: 'check',
	},
];
