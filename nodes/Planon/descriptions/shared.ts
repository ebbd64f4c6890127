import type { INodeProperties } from 'n8n-workflow';
import { PRESETS } from '../presets/mapping';

/** Shows a field only for these operations of business objects. */
export const forOperations = (...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['record'], operation },
});

/** The same for operations on complaints, requests and orders. */
export const forCase = (...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: [...PRESETS], operation },
});

/** The same for requests in a batch that do one of these things. */
export const forBatchOf = (...batchAction: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['record'], operation: ['batch'], batchAction },
});

/** A name in Planon: from the list in the OpenAPI document of the definition, or typed. */
export const nameInPlanon = (
	displayName: string,
	name: string,
	searchListMethod: string,
	placeholder: string,
	value = '',
): INodeProperties => ({
	displayName,
	name,
	type: 'resourceLocator',
	default: { mode: 'name', value },
	modes: [
		{ displayName: 'By Name', name: 'name', type: 'string', placeholder },
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
		},
	],
});

/** What a value is meant to be: a field in a form has only text. */
export const valueType: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Date and Time', value: 'dateTime' },
		{ name: 'Empty', value: 'empty' },
		{ name: 'Number', value: 'number' },
		{ name: 'Text', value: 'text' },
		{ name: 'True or False', value: 'boolean' },
	],
	default: 'text',
	description:
		'A date and time is written as 2026-12-01T14:00. A number keeps all of its digits. Empty is no value at all.',
};
