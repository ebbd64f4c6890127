import type { INodeProperties } from 'n8n-workflow';

const shown: INodeProperties['displayOptions'] = { show: { mapPresets: [true] } };

const text = (displayName: string, name: string, value: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: value,
	description,
	displayOptions: shown,
});

/** How complaints, requests and orders lie in this Planon: once, for every node that uses the credential. */
export const presetFields: INodeProperties[] = [
	{
		displayName: 'Map Complaints, Requests and Orders',
		name: 'mapPresets',
		type: 'boolean',
		default: false,
		description:
			'Whether complaints, requests and orders lie otherwise in your Planon. What is filled in holds only while this is on.',
	},
	text('Complaint Definition', 'complaintDefinition', 'UsrComplaint', 'The definition for complaints'),
	text('Request Definition', 'requestDefinition', 'UsrRequest', 'The definition for requests'),
	text('Order Definition', 'orderDefinition', 'UsrOrder', 'The definition for orders'),
	text('Add Method', 'addMethod', 'BomAdd', 'The method that adds a record'),
	text('Reference Field', 'referenceField', 'FreeString1', 'A free field that keeps our own reference'),
	text('Reference Prefix', 'referencePrefix', '', 'What stands before our reference in Planon'),
	text('Number Field', 'numberField', 'OrderNumber', 'The number that people quote'),
	text('Description Field', 'descriptionField', 'Description', 'The one line that says what it is about'),
	text('Comment Field', 'commentField', 'Comment', 'The long text. Empty when there is none.'),
	text(
		'Requestor Field',
		'requestorField',
		'InternalRequestorPersonRef',
		'The person who asks, as a Syscode. Empty when there is none.',
	),
	text('State Field', 'stateField', 'RefBOStateUserDefined', 'The state that a record is in'),
	text(
		'State: Reported',
		'stateReported',
		'UsrReported',
		'The name of this state. Where the state field shows a number, write it behind it: UsrReported = 229.',
	),
	text('State: In Progress', 'stateInProgress', 'UsrInProgress', 'Written as the one above'),
	text('State: Completed', 'stateCompleted', 'UsrCompleted', 'Written as the one above'),
	text('State: Canceled', 'stateCanceled', 'UsrCanceled', 'Written as the one above'),
	text('Inserted Field', 'insertedField', 'InsertDateTime', 'When a record was made'),
	text('Changed Field', 'changedField', 'SysMutationDateTime', 'When a record was last changed'),
	text(
		'Completed Field',
		'completedField',
		'',
		'When a record was completed. When empty, figures take the last change of what is completed.',
	),
	text('Category Field', 'categoryField', 'StandardOrderRef', 'What figures are counted by'),
	text(
		'Party Field',
		'partyField',
		'ExternalTradesmanAddressRef',
		'The supplier or party that figures are about',
	),
	text(
		'History Definition',
		'historyDefinition',
		'',
		'The definition with the history of records. When empty, the history is what the record itself tells.',
	),
	text(
		'History Parent Field',
		'historyParentField',
		'ParentOrderRef',
		'The field in the history with the Syscode of the record',
	),
	{
		displayName: 'Differences per Preset (JSON)',
		name: 'presetDifferences',
		type: 'json',
		default: '{}',
		description:
			'Where one preset differs from the above, such as {"order": {"referenceField": "FreeString2", "stateCompleted": "UsrOrderDone = 231"}}',
		displayOptions: shown,
	},
];
