import type { INodeProperties } from 'n8n-workflow';

/** Shows a field only for these operations. */
export const forOperations = (...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['incident'], operation },
});

/** A choice from a list of the TOPdesk environment. */
export const choice = (displayName: string, name: string, loadOptionsMethod: string): INodeProperties => ({
	displayName: `${displayName} Name or ID`,
	name,
	type: 'options',
	typeOptions: { loadOptionsMethod },
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

export const OTHER_FIELDS: INodeProperties = {
	displayName: 'Other Fields (JSON)',
	name: 'otherFields',
	type: 'json',
	default: '{}',
	description:
		'Any other field, by the names of TOPdesk’s REST API, such as {"optionalFields1": {"text1": "x"}}',
};

/** The choices that a new and an existing incident have in common. */
export const CALL_TYPE = choice('Call Type', 'callType', 'getCallTypes');
export const ENTRY_TYPE = choice('Entry Type', 'entryType', 'getEntryTypes');
export const IMPACT = choice('Impact', 'impact', 'getImpacts');
export const OPERATOR_GROUP = choice('Operator Group', 'operatorGroup', 'getOperatorGroups');
export const PRIORITY = choice('Priority', 'priority', 'getPriorities');
export const PROCESSING_STATUS = choice('Processing Status', 'processingStatus', 'getProcessingStatuses');
export const SUBCATEGORY = choice('Subcategory', 'subcategory', 'getSubcategories');
export const URGENCY = choice('Urgency', 'urgency', 'getUrgencies');

export const TARGET_DATE: INodeProperties = {
	displayName: 'Target Date',
	name: 'targetDate',
	type: 'dateTime',
	default: '',
	description: 'When it must be solved, in the time zone of the workflow when no offset is given',
};
export const OPERATOR: INodeProperties = {
	displayName: 'Operator ID',
	name: 'operator',
	type: 'string',
	default: '',
	description: 'The TOPdesk ID of the operator who takes it up',
};
export const SHORTEN: INodeProperties = {
	displayName: 'Shorten Brief Description',
	name: 'shorten',
	type: 'boolean',
	default: true,
	description:
		'Whether to shorten a brief description of more than 80 characters at a word. TOPdesk refuses it otherwise.',
};
export const HTML: INodeProperties = {
	displayName: 'Text Is HTML',
	name: 'html',
	type: 'boolean',
	default: false,
	description:
		'Whether the text is in the HTML that TOPdesk allows (b, i, u, br, img). Otherwise it is shown as it is written.',
};
