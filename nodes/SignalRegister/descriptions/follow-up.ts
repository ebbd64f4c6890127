import type { INodeProperties } from 'n8n-workflow';
import { SUPPLIERS } from '../../shared/domain/codebook';
import { forOperations, optionsOf, statusField } from './shared';

const OF_ONE_SIGNAL = [
	'get',
	'getFollowUps',
	'addAction',
	'addTicket',
	'setStatus',
	'completeIntake',
	'recordFailure',
];

export const followUpFields: INodeProperties[] = [
	{
		displayName: 'Reference',
		name: 'reference',
		type: 'string',
		default: '={{ $json.signal.reference }}',
		required: true,
		placeholder: 'R-2026-000123',
		description: 'The reference the register gave to the signal',
		displayOptions: forOperations(...OF_ONE_SIGNAL),
	},
	statusField('setStatus', 'The status to give the signal'),
	statusField('completeIntake', 'The status of the signal now that its intake is done'),
	{
		displayName: 'Supplier',
		name: 'supplier',
		type: 'options',
		options: optionsOf(SUPPLIERS),
		default: 'onbekend',
		description: 'The supplier the ticket is with. The register keeps one ticket per signal and supplier.',
		displayOptions: forOperations('addTicket'),
	},
	{
		displayName: 'Ticket',
		name: 'ticket',
		type: 'json',
		default: '={{ $json.ticket }}',
		required: true,
		description:
			'The ticket as the TOPdesk and Planon nodes give it: system (topdesk, planon or email), number, ID and createdAt',
		displayOptions: forOperations('addTicket'),
	},
	{
		displayName: 'Kind',
		name: 'kind',
		type: 'string',
		default: 'notitie',
		required: true,
		description: 'What kind of action it was, in one word',
		displayOptions: forOperations('addAction'),
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		description: 'What was done, in words that colleagues understand later',
		displayOptions: forOperations('addAction'),
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '={{ $json.error }}',
		required: true,
		description: 'What went wrong. The signal is free again for the next execution.',
		displayOptions: forOperations('recordFailure'),
	},
	{
		displayName: 'Follow-Up ID',
		name: 'followUpId',
		type: 'string',
		default: '={{ $json.followUp.id }}',
		required: true,
		description: 'The ID of the mail that is finished, as Register gives it under followUp',
		displayOptions: forOperations('completeFollowUp'),
	},
	{
		displayName: 'Follow-Up ID',
		name: 'followUpId',
		type: 'string',
		default: '',
		placeholder: '={{ $json.followUp?.id }}',
		description:
			'The ID of the mail that failed, when it was one about a signal that was there; empty when the intake of the signal itself failed',
		displayOptions: forOperations('recordFailure'),
	},
	{
		displayName: 'Actor',
		name: 'actor',
		type: 'string',
		default: '={{ $workflow.name }}',
		description: 'Who does this: a person or a workflow',
		displayOptions: forOperations('addAction', 'addTicket', 'setStatus', 'completeIntake', 'recordFailure'),
	},
];
