import { z } from 'zod/v4';
import { referenceSchema } from '../../../shared/domain/signal';
import { actorField, actorOf, fromJson } from '../fields';
import type { Operation } from '../operation';
import { mostField, mostOf } from '../due-fields';

/** An item `{silence}` for each supplier, with its signals and a text for the coordinator. */
export const getSilentSuppliers: Operation = {
	value: 'getSilentSuppliers',
	name: 'Get Silent Suppliers',
	action: 'Get silent suppliers',
	description: 'Get the suppliers that gave no sign about a ticket for too long, for the coordinator',
	// As Get Due: transactions of its own.
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Leveranciers gezocht die niets laten horen' },
	fields: [mostField('Maximum Signals', 'How many signals to look at, the longest silence first')],
	async run({ register, read, saw }) {
		const suppliers = await register.updates.silentSuppliers(mostOf(read));
		saw(suppliers.flatMap(({ signals }) => signals));
		return { items: suppliers.map((silence) => ({ silence })) };
	},
};

/** Lets the item go on as it came. */
export const recordEscalation: Operation = {
	value: 'recordEscalation',
	name: 'Record Escalation',
	action: 'Record that a silent supplier was escalated',
	description: 'Say that the coordinator was warned; the next warning comes after the same term',
	readOnly: false,
	fields: [
		{
			displayName: 'References',
			name: 'references',
			type: 'json',
			default: '={{ $json.silence.signals.map((signal) => signal.reference) }}',
			required: true,
			description: 'The signals that the warning was about',
		},
		actorField(),
	],
	async run({ register, read }) {
		const references = fromJson(z.array(referenceSchema).min(1)).parse(read('references'));
		await register.updates.recordEscalation(references, actorOf(read));
		return { add: {} };
	},
};
