import { addressKey, organisationDomain } from '../domain/address';
import { signalSchema, type Signal, type Status } from '../domain/signal';
import { statusAfterAnswer } from '../domain/status';
import { isOnlyThanks, isStopRequest } from '../domain/updates/customer-answer';
import { logAction } from './actions';
import type { RegisterDatabase } from './database';
import { factsOfJudgement } from './report-facts';
import { keptFor } from './signal-lookup';
import type { SignalRow } from './signal-rows';
import { moveStatus } from './status-moves';
import { customerWrote, planAgain, stopSignal } from './updates/marks';

/**
 * Whether a mail is of the customer of the signal, forwarded or not, or of a colleague of his whom we never wrote to
 * about it.
 */
export async function isFromCustomer(
	db: RegisterDatabase,
	row: SignalRow,
	{ customer: { email: sender } }: Signal,
): Promise<boolean> {
	if (!sender || !row.customer_email) return false;
	if (addressKey(sender) === addressKey(row.customer_email)) return true;
	const domain = organisationDomain(sender);
	if (domain === null || domain !== organisationDomain(row.customer_email)) return false;
	const written = await db
		.selectFrom('outbox_recipients')
		.innerJoin('outbox', 'outbox.key', 'outbox_recipients.key')
		.select('outbox.key')
		.where('outbox.reference', '=', row.reference)
		.where('outbox_recipients.address', '=', addressKey(sender))
		.executeTakeFirst();
	return written === undefined;
}

/**
 * What an answer of the customer does to his signal: a request to stop ends the updates, thanks alone changes nothing,
 * and everything else opens again what was finished. Of what was said to be solved, that is onvrede.
 * @param about the signal that was written about, of which a question is answered by it: a duplicate of this one, or itself
 */
export async function customerAnswered(
	db: RegisterDatabase,
	row: SignalRow,
	text: string,
	actor: string,
	now: Date,
	about = row,
): Promise<void> {
	if (isStopRequest(text)) {
		await stopSignal(db, row.id, true);
		const action = { kind: 'notitie', actor, text: 'De klant wil hierover geen statusberichten meer.' };
		return await logAction(db, row.id, now, action);
	}
	await db
		.updateTable('questions')
		.set({ state: 'answered', due_at: null })
		.where('signal_id', '=', about.id)
		.execute();
	if (isOnlyThanks(text)) return await planAgain(db, row.id);
	await customerWrote(db, row.id, now);
	const status = row.status as Status;
	if (status === 'opgelost') {
		await recordDissatisfaction(db, row, 'Volgens de klant is het niet opgelost.', actor, now);
	}
	await moveStatus(db, row, statusAfterAnswer(status), actor, now);
}

/**
 * As `customerAnswered`, of a signal that may be a duplicate: what the customer says of that is about the signal that is
 * kept. The customer of another signal opens it again at most: he does not stop its updates or judge its solution.
 */
export async function customerAnsweredAbout(
	db: RegisterDatabase,
	row: SignalRow,
	text: string,
	actor: string,
	now: Date,
): Promise<void> {
	const kept = await keptFor(db, row);
	if (isSameCustomer(row, kept)) return await customerAnswered(db, kept, text, actor, now, row);
	if (isStopRequest(text) || isOnlyThanks(text)) return;
	await moveStatus(db, kept, statusAfterAnswer(kept.status as Status), actor, now);
}

function isSameCustomer(one: SignalRow, other: SignalRow): boolean {
	if (one.id === other.id) return true;
	const [a, b] = [one.customer_email, other.customer_email];
	return a !== null && b !== null && addressKey(a) === addressKey(b);
}

/** Writes down that the customer is not satisfied, so that reports count it. */
export async function recordDissatisfaction(
	db: RegisterDatabase,
	row: Pick<SignalRow, 'id' | 'content'>,
	text: string,
	actor: string,
	now: Date,
): Promise<void> {
	await logAction(db, row.id, now, { kind: 'onvrede', actor, text });
	const content = JSON.parse(row.content) as Record<string, unknown>;
	const { classification } = signalSchema.pick({ classification: true }).parse(content);
	if (!classification || [classification.category, ...classification.also].includes('onvrede')) return;
	const dissatisfied = { ...classification, also: [...classification.also, 'onvrede' as const] };
	await db
		.updateTable('signals')
		.set({ content: JSON.stringify({ ...content, classification: dissatisfied }) })
		.where('id', '=', row.id)
		.execute();
	await factsOfJudgement(db, row.id, dissatisfied);
}
