import type { INodeProperties } from 'n8n-workflow';
import { OUTBOX_STATES } from '../../shared/storage/outbox';
import { forOutgoing, limitFields, optionsOf } from './shared';

export const outgoingOperation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['outgoing'] } },
	options: [
		{
			name: 'Drop',
			value: 'drop',
			description: 'See to it that a mail never goes out',
			action: 'Drop an outgoing mail',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			description: 'List mails that went out, are in doubt or were held back',
			action: 'Get many outgoing mails',
		},
		{
			name: 'Release',
			value: 'release',
			description:
				'Let a mail go that is in doubt, was held back by a limit or failed. Signal Mailbox: Send Released sends it.',
			action: 'Release an outgoing mail',
		},
	],
	default: 'getAll',
};

export const outgoingFields: INodeProperties[] = [
	{
		displayName: 'Key',
		name: 'key',
		type: 'string',
		default: '={{ $json.outgoing.key }}',
		required: true,
		description: 'The idempotency key of the mail, as Get Many gives it',
		displayOptions: forOutgoing('drop', 'release'),
	},
	{
		displayName: 'Actor',
		name: 'actor',
		type: 'string',
		default: '={{ $workflow.name }}',
		description: 'Who decides this: a person or a workflow',
		displayOptions: forOutgoing('drop', 'release'),
	},
	{
		displayName: 'States',
		name: 'states',
		type: 'multiOptions',
		options: optionsOf(OUTBOX_STATES),
		default: ['doubtful', 'limited'],
		description:
			'Doubtful: it may have gone out, because sending broke off. Limited: a limit was reached. Leave empty for all.',
		displayOptions: forOutgoing('getAll'),
	},
	...limitFields(forOutgoing('getAll')),
];
