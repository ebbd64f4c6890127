import type { INodeProperties } from 'n8n-workflow';
import { choice, flag, locator, moment, OTHER_FIELDS, optionalFields, text } from '../fields';

/** The choices that a new and an existing incident have in common. */
export const SHARED_FIELDS: INodeProperties[] = [
	locator({ displayName: 'Branch', name: 'branch', search: 'searchBranches' }),
	choice('Call Type', 'callType', 'getCallTypes'),
	choice('Duration', 'duration', 'getDurations'),
	choice('Entry Type', 'entryType', 'getEntryTypes'),
	choice('Impact', 'impact', 'getImpacts'),
	locator({ displayName: 'Location', name: 'location', search: 'searchLocations' }),
	text('Object', 'object', { description: 'The name or the ID of the object or asset that it is about' }),
	locator({
		displayName: 'Operator',
		name: 'operator',
		search: 'searchOperators',
		description: 'Who takes it up. The list has the operators of the group where one is chosen.',
	}),
	locator({ displayName: 'Operator Group', name: 'operatorGroup', search: 'searchOperatorGroups' }),
	optionalFields(1),
	optionalFields(2),
	OTHER_FIELDS,
	choice('Priority', 'priority', 'getPriorities'),
	choice('Processing Status', 'processingStatus', 'getProcessingStatuses'),
	choice('Subcategory', 'subcategory', 'getSubcategories', ['category', 'updateFields.category']),
	locator({ displayName: 'Supplier', name: 'supplier', search: 'searchSuppliers' }),
	moment('Target Date', 'targetDate', {
		description: 'When it must be solved, in the time zone of the workflow when no offset is given',
	}),
	choice('Urgency', 'urgency', 'getUrgencies'),
];

export const SHORTEN = flag(
	'Shorten Brief Description',
	'shorten',
	'Whether to shorten a brief description of more than 80 characters at a word, and put it in full above the request. TOPdesk refuses it otherwise.',
	true,
);
export const HTML = flag(
	'Text Is HTML',
	'html',
	'Whether the text is in the HTML that TOPdesk allows (b, i, u, br, img). Otherwise it is shown as it is written.',
);
