import { z } from 'zod/v4';
import { UPDATE_OUTCOMES } from '../../../shared/storage/updates/updates';
import { actorField, actorOf, text } from '../fields';
import type { Operation } from '../operation';

/** Gives `recorded`: the references of the signals of which the customer is up to date now. */
export const recordSent: Operation = {
	value: 'recordSent',
	name: 'Record Sent',
	action: 'Record that a status update was sent',
	description: 'Say what became of a message, so that the next update is reckoned from then',
	readOnly: false,
	fields: [
		{
			displayName: 'Key',
			name: 'key',
			type: 'string',
			default: '={{ $json.update.key }}',
			required: true,
			description: 'The key of the message, as Get Due gives it',
		},
		{
			displayName: 'Outcome',
			name: 'outcome',
			type: 'options',
			options: [
				{
					name: 'Already Sent',
					value: 'already-sent',
					description: 'An earlier execution sent it',
				},
				{ name: 'Doubtful', value: 'doubtful', description: 'It may have gone out; a person decides' },
				{ name: 'Dropped', value: 'dropped', description: 'A person decided that it must not go' },
				{ name: 'Limited', value: 'limited', description: 'A limit held it back; it is given again later' },
				{ name: 'Sent', value: 'sent', description: 'The customer has it, by whatever way' },
				{
					name: 'Skipped',
					value: 'skipped',
					description: 'Nobody can get it; no more updates about these signals',
				},
			],
			default: '={{ $json.delivery.outcome }}',
			required: true,
			description:
				'What became of it, as Signal Mailbox tells. Choose Sent when the customer got it in another way.',
		},
		actorField(),
	],
	async run({ register, read }) {
		const outcome = z.enum(UPDATE_OUTCOMES).parse(read('outcome'));
		const recorded = await register.updates.record(text.parse(read('key')), outcome, actorOf(read));
		return { add: { recorded } };
	},
};
