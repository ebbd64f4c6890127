import { actorField, actorOf } from '../fields';
import type { Operation } from '../operation';
import { mostField, mostOf } from '../due-fields';

/** An item `{signal}` for each signal that was closed. */
export const closeSolved: Operation = {
	value: 'closeSolved',
	name: 'Close Solved',
	action: 'Close solved signals',
	description: 'Close what was solved and told, when the customer did not react in time',
	// As Get Due: transactions of its own.
	readOnly: true,
	fields: [mostField('Maximum Signals', 'How many signals to close at a time'), actorField()],
	async run({ register, read }) {
		const signals = await register.updates.closeSolved(mostOf(read), actorOf(read));
		return { items: signals.map((signal) => ({ signal })) };
	},
};
