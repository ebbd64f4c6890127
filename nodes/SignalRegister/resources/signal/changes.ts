import { SUPPLIERS } from '../../../shared/domain/codebook';
import { ticketSchema, type SignalAction } from '../../../shared/domain/signal';
import { actorField, actorOf, fromJson, optionsOf, REFERENCE, referenceOf, text } from '../fields';
import type { Operation } from '../operation';
import { statusField, statusOf } from './status-field';

const supplierSchema = ticketSchema.pick({ supplier: true });
const ticketFieldSchema = fromJson(ticketSchema.omit({ supplier: true }));

/** Gives `signal`, as it is now. */
export const addAction: Operation = {
	value: 'addAction',
	name: 'Add Action',
	action: 'Add an action to a signal',
	description: 'Add a line to what was done for a signal',
	readOnly: false,
	fields: [
		REFERENCE,
		{
			displayName: 'Kind',
			name: 'kind',
			type: 'string',
			default: 'notitie',
			required: true,
			description: 'What kind of action it was, in one word',
		},
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			description: 'What was done, in words that colleagues understand later',
		},
		actorField(),
		{
			displayName: 'Only Once',
			name: 'once',
			type: 'boolean',
			default: false,
			description:
				'Whether to leave it out when the signal has an action of this kind with this text already, for a workflow that may run again',
		},
	],
	async run({ register, read }) {
		const action = { kind: text.parse(read('kind')), text: text.parse(read('text')), actor: actorOf(read) };
		const reference = referenceOf(read);
		if (read('once', false) === true) {
			const signal = await register.get(reference);
			const isSame = (one: SignalAction) => one.kind === action.kind && one.text === action.text;
			if (signal.actions.some(isSame)) return { add: { signal } };
		}
		return { add: { signal: await register.addAction(reference, action) } };
	},
};

/** Gives `signal`, as it is now. */
export const addTicket: Operation = {
	value: 'addTicket',
	name: 'Add Ticket',
	action: 'Add a ticket to a signal',
	description: 'Record the ticket that a supplier gave',
	readOnly: false,
	fields: [
		REFERENCE,
		{
			displayName: 'Supplier',
			name: 'supplier',
			type: 'options',
			options: optionsOf(SUPPLIERS),
			default: 'onbekend',
			description: 'The supplier the ticket is with. The register keeps one ticket per signal and supplier.',
		},
		{
			displayName: 'Ticket',
			name: 'ticket',
			type: 'json',
			default: '={{ $json.ticket }}',
			required: true,
			description:
				'The ticket as the TOPdesk and Planon nodes give it: system (topdesk, planon or email), number, ID and createdAt',
		},
		actorField(),
	],
	async run({ register, read }) {
		const ticket = ticketFieldSchema.parse(read('ticket'));
		const { supplier } = supplierSchema.parse({ supplier: read('supplier') });
		const signal = await register.addTicket(referenceOf(read), { ...ticket, supplier }, actorOf(read));
		return { add: { signal } };
	},
};

/** Gives `signal`, as it is now. */
export const setStatus: Operation = {
	value: 'setStatus',
	name: 'Set Status',
	action: 'Set the status of a signal',
	description: 'Change the status of a signal',
	readOnly: false,
	fields: [REFERENCE, statusField('The status to give the signal'), actorField()],
	run: async ({ register, read }) => ({
		add: { signal: await register.setStatus(referenceOf(read), statusOf(read), actorOf(read)) },
	}),
};
