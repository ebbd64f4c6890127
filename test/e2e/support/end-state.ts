import { Register } from '../../../nodes/shared/storage/register';
import type { Signal } from '../../../nodes/shared/domain/signal';
import type { Desk } from '../../support/desk';
import { messageIdOf, type IntakeMail } from '../../support/intake-mails';
import { listFolder } from '../../support/mail-folder';

/** Everything that can be seen from outside once the mails went through: read without n8n. */
export interface EndState {
	inbox: number;
	putAway: number;
	signals: Signal[];
	/** Per reference, the systems in which a ticket carries it as external number; one entry per ticket. */
	tickets: Map<string, string[]>;
	answers: Answer[];
}

interface Answer {
	to: string;
	inReplyTo: string | undefined;
	autoSubmitted: string | undefined;
	subject: string;
}

export async function endState(desk: Desk): Promise<EndState> {
	const register = await Register.open({ databaseFile: desk.registerFile });
	const signals = await register.search({ limit: 1000 });
	await register.close();

	const tickets = new Map<string, string[]>();
	const add = (reference: unknown, system: string) =>
		tickets.set(String(reference), [...(tickets.get(String(reference)) ?? []), system]);
	for (const incident of desk.topdesk.incidents()) add(incident.externalNumber, 'topdesk');
	for (const definition of ['UsrComplaint', 'UsrRequest']) {
		for (const record of desk.planon.records(definition)) add(record.FreeString1, 'planon');
	}
	const supplierMails = desk.outgoing.messages.filter(({ subject }) => /^(Storing|Klacht) R-/.test(subject));
	for (const { subject } of supplierMails) add(/R-\d{4}-\d{6}/.exec(subject)?.[0], 'email');

	return {
		inbox: (await listFolder(desk.mail, 'INBOX')).length,
		putAway: (await listFolder(desk.mail, 'Verwerkt')).length,
		signals,
		tickets,
		answers: desk.outgoing.messages
			.filter(({ headers }) => headers['auto-submitted'] === 'auto-replied')
			.map(({ envelope, headers, subject }) => ({
				to: envelope.to[0]!,
				inReplyTo: headers['in-reply-to'],
				autoSubmitted: headers['auto-submitted'],
				subject,
			})),
	};
}

/** A person who wrote to us and should hear from us: not an automatic sender, and with a readable address. */
const deservesAnswer = ({ flags, customer, classification, status }: Signal): boolean => {
	const automatic = flags.autoReply || flags.bounce || flags.bulk || flags.loop;
	const noSignal = classification?.category === 'overig' && status === 'afgesloten';
	return !automatic && !noSignal && customer.email !== null;
};

/** The system that must hold the ticket of this signal, or null when there must be none. */
function ticketSystem({ classification, status }: Signal): string | null {
	if (status !== 'doorgezet' || !classification) return null;
	if (classification.category !== 'storing' && classification.category !== 'klacht') return null;
	return { 'SSC-ICT': 'topdesk', FMH: 'planon' }[classification.supplier as string] ?? 'email';
}

/** What must hold after the mails went through, whatever happened on the way. */
export function expectEverythingHandledOnce(state: EndState, mails: readonly IntakeMail[]): void {
	expect(state.inbox).toBe(0);
	expect(state.putAway).toBe(mails.length);

	// Every mail is one signal, a duplicate and its original together one.
	const different = mails.filter(({ kind }) => kind !== 'duplicate');
	expect(state.signals).toHaveLength(different.length);
	const byMessageId = new Map(state.signals.map((signal) => [signal.source.messageId, signal]));
	for (const mail of different) {
		const messageId = messageIdOf(mail);
		if (messageId) expect(byMessageId.get(messageId)?.subject).toBe(mail.subject);
	}
	for (const kind of ['unparseable', 'oversize'] as const) {
		const flagged = state.signals.filter(({ flags }) => flags[kind]);
		expect(flagged).toHaveLength(mails.filter((mail) => mail.kind === kind).length);
	}

	for (const signal of state.signals) {
		const { reference, tickets } = signal;
		const system = ticketSystem(signal);
		// Tickets are where they belong, with the reference, once; and the register knows their number.
		expect([reference, state.tickets.get(reference!) ?? []]).toEqual([reference, system ? [system] : []]);
		expect([reference, tickets.map((ticket) => ticket.system)]).toEqual([reference, system ? [system] : []]);
	}
	expect(
		[...state.tickets.keys()].filter((key) => !state.signals.some(({ reference }) => reference === key)),
	).toEqual([]);

	const deserving = state.signals.filter(deservesAnswer);
	expect(state.answers.map(({ to }) => to).sort()).toEqual(
		deserving.map(({ customer }) => customer.email!).sort(),
	);
	for (const { reference, customer, source } of deserving) {
		expect(state.answers.filter(({ to }) => to === customer.email)).toEqual([
			expect.objectContaining({
				inReplyTo: source.messageId ?? undefined,
				subject: expect.stringContaining(reference!),
			}),
		]);
	}
}
