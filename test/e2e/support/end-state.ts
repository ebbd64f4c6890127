import { Register } from '../../../nodes/shared/storage/register';
import type { Signal } from '../../../nodes/shared/domain/signal';
import type { Desk } from '../../support/desk';
import { messageIdOf, type IntakeMail } from '../../support/intake-mails';
import { listFolder, messageIdsIn } from '../../support/mail-folder';

/** Everything that can be seen from outside once the mails went through: read without n8n. */
export interface EndState {
	inbox: number;
	/** The Message-ID of each mail; empty of one that has none. */
	putAway: string[];
	signals: Signal[];
	/** Per reference, the systems in which a ticket carries it as external number; one entry per ticket. */
	tickets: Map<string, string[]>;
	answers: Answer[];
	/** Of everything that was sent: it follows from the idempotency key, so the same one twice is a double. */
	sentMessageIds: string[];
}

interface Answer {
	to: string;
	inReplyTo: string | undefined;
	autoSubmitted: string | undefined;
	subject: string;
}

export async function endState(desk: Desk): Promise<EndState> {
	const register = await Register.open(desk.register);
	const signals = await register.search({ limit: 10_000 });
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
		putAway: await messageIdsIn(desk.mail, 'Verwerkt'),
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
		sentMessageIds: desk.outgoing.messages.map(({ headers }) => headers['message-id']!),
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

const nameOf = (mail: IntakeMail): string => messageIdOf(mail) ?? '';

/** What of `expected` is not among what was found, and what was found that is not, or no more, expected. */
function compared<T>(found: readonly T[], expected: readonly string[], keyOf: (one: T) => string) {
	const missing = [...expected];
	const tooMany = found.filter((one) => {
		const at = missing.indexOf(keyOf(one));
		if (at >= 0) missing.splice(at, 1);
		return at < 0;
	});
	return { missing, tooMany };
}

/** The signals of no mail, or of a mail that has one already: with what is needed to see how that came. */
function tooMany(signals: readonly Signal[], mails: readonly IntakeMail[]): object[] {
	return compared(signals, mails.map(nameOf), ({ source }) => source.messageId ?? '')
		.tooMany.flatMap(({ source: { messageId } }) =>
			signals.filter(({ source }) => source.messageId === messageId),
		)
		.map(({ reference, source, flags, attachments, actions }) => ({
			reference,
			source,
			flags,
			attachments,
			actions,
		}));
}

/**
 * Whether the register says that nobody knows if this signal's mail to the customer (or else to
 * somebody other) went out: n8n was killed while it handed that mail over, see decision 0004.
 */
function isUncertain(signal: Signal, about: 'customer' | 'other'): boolean {
	const toCustomer = `aan ${signal.customer.email} is verstuurd`;
	return uncertainties(signal).some((line) => line.includes(toCustomer) === (about === 'customer'));
}

/** What the register says about mails of this signal of which nobody knows whether they went out. */
export const uncertainties = ({ actions }: Signal): string[] =>
	actions.map(({ text }) => text).filter((text) => text.startsWith('Onzeker of de mail aan '));

/**
 * What must hold after the mails went through, whatever happened on the way.
 * @param doubt `mayBeMissing`: how many outgoing mails may be missing at most, each only where the register
 * says that it is uncertain; twice is never right. `workers`: how many put mail away; of more than one, two may
 * move the same mail in the same moment, and Dovecot then copies it twice
 */
export function expectEverythingHandledOnce(
	state: EndState,
	mails: readonly IntakeMail[],
	{ mayBeMissing = 0, workers = 1 } = {},
): void {
	expect(state.inbox).toBe(0);
	const putAway = compared(state.putAway, mails.map(nameOf), (messageId) => messageId);
	expect(putAway.missing).toEqual([]);
	expect(putAway.tooMany.length).toBeLessThanOrEqual(workers > 1 ? Math.ceil(mails.length / 100) : 0);

	// Every mail is one signal, a duplicate and its original together one.
	const different = mails.filter(({ kind }) => kind !== 'duplicate');
	expect({ signals: state.signals.length, tooMany: tooMany(state.signals, different) }).toEqual({
		signals: different.length,
		tooMany: [],
	});
	const byMessageId = new Map(state.signals.map((signal) => [signal.source.messageId, signal]));
	for (const mail of different) {
		const messageId = messageIdOf(mail);
		if (messageId) expect(byMessageId.get(messageId)?.subject).toBe(mail.subject);
	}
	for (const kind of ['unparseable', 'oversize'] as const) {
		const flagged = state.signals.filter(({ flags }) => flags[kind]);
		expect(flagged).toHaveLength(mails.filter((mail) => mail.kind === kind).length);
	}
	expect(repeated(state.sentMessageIds)).toEqual([]);

	let missing = 0;
	for (const signal of state.signals) {
		const { reference, tickets } = signal;
		const system = ticketSystem(signal);
		const found = state.tickets.get(reference!) ?? [];
		const lost = system === 'email' && found.length === 0 && isUncertain(signal, 'other');
		if (lost) missing++;
		// Tickets are where they belong, with the reference, once; and the register knows their number.
		expect([reference, found]).toEqual([reference, system && !lost ? [system] : []]);
		expect([reference, tickets.map((ticket) => ticket.system)]).toEqual([reference, system ? [system] : []]);
	}
	expect(
		[...state.tickets.keys()].filter((key) => !state.signals.some(({ reference }) => reference === key)),
	).toEqual([]);

	const deserving = state.signals.filter(deservesAnswer);
	const answered = deserving.filter(
		(signal) => isAnswered(state, signal) || !isUncertain(signal, 'customer'),
	);
	missing += deserving.length - answered.length;
	expect(missing).toBeLessThanOrEqual(mayBeMissing);
	expect(state.answers.map(({ to }) => to).sort()).toEqual(
		answered.map(({ customer }) => customer.email!).sort(),
	);
	for (const { reference, customer, source } of answered) {
		expect(state.answers.filter(({ to }) => to === customer.email)).toEqual([
			expect.objectContaining({
				inReplyTo: source.messageId ?? undefined,
				subject: expect.stringContaining(reference!),
			}),
		]);
	}
}

const isAnswered = ({ answers }: EndState, { customer }: Signal): boolean =>
	answers.some(({ to }) => to === customer.email);

const repeated = (list: readonly string[]): string[] => list.filter((one, at) => list.indexOf(one) !== at);
