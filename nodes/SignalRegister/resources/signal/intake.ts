import type { INodeProperties } from 'n8n-workflow';
import type { ReadItemParameter } from '../../../shared/n8n/read-parameter';
import { actorField, actorOf, REFERENCE, referenceOf, text } from '../fields';
import type { Operation } from '../operation';
import { statusField, statusOf } from './status-field';

const followUpId = (field: Pick<INodeProperties, 'default' | 'description'> & Partial<INodeProperties>) => ({
	displayName: 'Follow-Up ID',
	name: 'followUpId',
	type: 'string' as const,
	...field,
});
const followUpIdOf = (read: ReadItemParameter) => String(read('followUpId', '') ?? '').trim();

/** Gives `signal`, as it is now. */
export const completeIntake: Operation = {
	value: 'completeIntake',
	name: 'Complete Intake',
	action: 'Complete the intake of a signal',
	description: 'Set the status and finish the intake, after which the mail may be put away',
	readOnly: false,
	fields: [REFERENCE, statusField('The status of the signal now that its intake is done'), actorField()],
	run: async ({ register, read }) => ({
		add: { signal: await register.completeIntake(referenceOf(read), statusOf(read), actorOf(read)) },
	}),
};

/** Gives `signal`: the one that the mail is about, as it is now. */
export const completeFollowUp: Operation = {
	value: 'completeFollowUp',
	name: 'Complete Follow-Up',
	action: 'Complete a follow up of a signal',
	description: 'Finish a mail about a signal that was there, after which the mail may be put away',
	readOnly: false,
	fields: [
		followUpId({
			default: '={{ $json.followUp.id }}',
			required: true,
			description: 'The ID of the mail that is finished, as Register gives it under followUp',
		}),
	],
	run: async ({ register, read }) => ({
		add: { signal: await register.completeFollowUp(followUpIdOf(read)) },
	}),
};

/** Gives `signal`, as it is now. */
export const recordFailure: Operation = {
	value: 'recordFailure',
	name: 'Record Failure',
	action: 'Record a failure of a signal',
	description: 'Write down what went wrong, and free the signal for the next execution',
	readOnly: false,
	fields: [
		REFERENCE,
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '={{ $json.error }}',
			required: true,
			description: 'What went wrong. The signal is free again for the next execution.',
		},
		followUpId({
			default: '',
			placeholder: '={{ $json.followUp?.id }}',
			description:
				'The ID of the mail that failed, when it was one about a signal that was there; empty when the intake of the signal itself failed',
		}),
		actorField(),
	],
	async run({ register, read }) {
		const reason = text.parse(read('reason'));
		const followUp = followUpIdOf(read) || null;
		const signal = await register.recordFailure(referenceOf(read), reason, actorOf(read), followUp);
		return { add: { signal } };
	},
};
