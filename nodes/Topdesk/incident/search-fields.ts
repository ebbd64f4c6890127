import type { SearchFields } from '../resources/conditions';

/** The fields of an incident that people search by. */
export const SEARCH_FIELDS: SearchFields = {
	briefDescription: { label: 'Brief Description', type: 'text' },
	'callType.name': { label: 'Call Type', type: 'text' },
	'caller.dynamicName': { label: 'Caller Name', type: 'text' },
	'caller.email': { label: 'Caller Email', type: 'text' },
	'category.name': { label: 'Category', type: 'text' },
	closed: { label: 'Closed', type: 'boolean' },
	closedDate: { label: 'Closed Date', type: 'date' },
	completed: { label: 'Completed', type: 'boolean' },
	completedDate: { label: 'Completed Date', type: 'date' },
	creationDate: { label: 'Creation Date', type: 'date' },
	'entryType.name': { label: 'Entry Type', type: 'text' },
	externalNumber: { label: 'External Number', type: 'text' },
	modificationDate: { label: 'Modification Date', type: 'date' },
	number: { label: 'Number', type: 'text' },
	onHold: { label: 'On Hold', type: 'boolean' },
	'operator.name': { label: 'Operator', type: 'text' },
	'operatorGroup.name': { label: 'Operator Group', type: 'text' },
	'priority.name': { label: 'Priority', type: 'text' },
	'processingStatus.name': { label: 'Processing Status', type: 'text' },
	status: { label: 'Line', type: 'text' },
	'subcategory.name': { label: 'Subcategory', type: 'text' },
	'supplier.name': { label: 'Supplier', type: 'text' },
	targetDate: { label: 'Target Date', type: 'date' },
};
