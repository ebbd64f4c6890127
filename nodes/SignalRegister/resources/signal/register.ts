import { z } from 'zod/v4';
import { signalSchema } from '../../../shared/domain/signal';
import type { RegistrationOutcome } from '../../../shared/storage/register';
import { fromJson } from '../fields';
import type { Operation } from '../operation';

const OUTPUT_OF: Record<RegistrationOutcome, string> = {
	new: 'To Handle',
	resumed: 'To Handle',
	handled: 'Already Handled',
	busy: 'Busy Elsewhere',
	'follow-up': 'Follow-Up',
};

/** Registers and claims, see `Register.register`. Gives `signal`, `registration` (the outcome) and `followUp`. */
export const register: Operation = {
	value: 'register',
	name: 'Register',
	action: 'Register a signal',
	description: 'Register a signal once, however often it comes by',
	readOnly: false,
	outputs: [...new Set(Object.values(OUTPUT_OF))],
	fields: [
		{
			displayName: 'Signal',
			name: 'signal',
			type: 'json',
			default: '={{ $json.signal }}',
			required: true,
			description: 'The signal to register, as the mailbox trigger and the classifier give it',
		},
		{
			displayName: 'Claim For (Minutes)',
			name: 'claimMinutes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 1440 },
			default: 15,
			description:
				'How long no other execution may take up this signal. Choose longer than one execution lasts: after a crash the signal waits this long before it is taken up again.',
		},
	],
	async run({ register: store, read, executionId }) {
		const mail = fromJson(signalSchema).parse(read('signal'));
		const minutes = z.number().int().min(1).parse(read('claimMinutes'));
		// The UID tells two copies of a mail in one execution apart: the second waits for the first.
		const by = `uitvoering ${executionId}, bericht ${mail.source.uid ?? mail.source.key}`;
		const { signal, outcome, followUp } = await store.register(mail, { by, minutes });
		return { add: { signal, registration: outcome, followUp }, output: OUTPUT_OF[outcome] };
	},
};
