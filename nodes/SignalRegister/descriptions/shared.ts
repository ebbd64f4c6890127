import type { INodeProperties } from 'n8n-workflow';
import { STATUSES } from '../../shared/domain/signal';

/** Shows a field only for these operations on signals. */
export const forOperations = (...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['signal'], operation },
});

/** Shows a field only for these operations on outgoing mail. */
export const forOutgoing = (...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['outgoing'], operation },
});

/** A closed list of the codebook as the options of a field. */
export const optionsOf = (values: readonly string[]) => values.map((value) => ({ name: value, value }));

export const statusField = (operation: string, description: string): INodeProperties => ({
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: optionsOf(STATUSES),
	default: 'doorgezet',
	description,
	displayOptions: forOperations(operation),
});

/** How many results to give: all, or up to a limit. */
export const limitFields = (displayOptions: INodeProperties['displayOptions']): INodeProperties[] => [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions,
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { ...displayOptions!.show, returnAll: [false] } },
	},
];
