import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { OUTBOX_STATES } from '../../shared/storage/outbox';
import { actorField, actorOf, LIMIT_FIELDS, limitOf, optionsOf } from './fields';
import type { Operation, OperationContext, Resource } from './operation';

const KEY: INodeProperties = {
	displayName: 'Key',
	name: 'key',
	type: 'string',
	default: '={{ $json.outgoing.key }}',
	required: true,
	description: 'The idempotency key of the mail, as Get Many gives it',
};
const keyOf = (read: OperationContext['read']) => String(read('key') ?? '').trim();

const ACTOR = actorField('Who decides this: a person or a workflow');

const statesSchema = z.array(z.enum(OUTBOX_STATES));

/** An item `{outgoing}` for each mail in the states that were asked for; all of it when none was chosen. */
const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many outgoing mails',
	description: 'List mails that went out, are in doubt or were held back',
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Uitgaande mails bekeken' },
	fields: [
		{
			displayName: 'States',
			name: 'states',
			type: 'multiOptions',
			options: optionsOf(OUTBOX_STATES),
			default: ['doubtful', 'limited'],
			description:
				'Doubtful: it may have gone out, because sending broke off. Limited: a limit was reached. Leave empty for all.',
		},
		...LIMIT_FIELDS,
	],
	async run({ register, read, saw }) {
		const mails = await register.outbox.list(statesSchema.parse(read('states')), limitOf(read));
		saw(mails);
		return { items: mails.map((outgoing) => ({ outgoing })) };
	},
};

/** Gives `outgoing`: the mail as it is now. */
const drop: Operation = {
	value: 'drop',
	name: 'Drop',
	action: 'Drop an outgoing mail',
	description: 'See to it that a mail never goes out',
	readOnly: false,
	fields: [KEY, ACTOR],
	run: async ({ register, read }) => ({
		add: { outgoing: await register.outbox.drop(keyOf(read), actorOf(read)) },
	}),
};

/** Gives `outgoing`: the mail as it is now. */
const release: Operation = {
	value: 'release',
	name: 'Release',
	action: 'Release an outgoing mail',
	description:
		'Let a mail go that is in doubt, was held back by a limit or failed. Signal Mailbox: Send Released sends it.',
	readOnly: false,
	fields: [KEY, ACTOR],
	run: async ({ register, read }) => ({
		add: { outgoing: await register.outbox.release(keyOf(read), actorOf(read)) },
	}),
};

export const outgoingMail: Resource = {
	value: 'outgoing',
	name: 'Outgoing Mail',
	operations: [getMany, drop, release],
};
