import { sql } from 'kysely';
import { followUpSchema } from '../../domain/follow-up';
import {
	FORGOTTEN,
	forgetInFollowUp,
	forgetInSignal,
	SAFE_ACTIONS,
	type Forgettable,
} from '../../domain/forget';
import { signalSchema } from '../../domain/signal';
import type { RegisterDatabase } from '../database';
import type { OutboxState } from '../outbox';
import { forgetAsked } from '../pdc-questions';
import { forgetSmallGroups } from '../report-facts';
import { indexSignal } from '../search-index';
import { readContent, writeContent } from '../signal-content';
import type { SignalRow } from '../signal-rows';
import { forgetCustomers } from '../updates/forget';

/** Mail that may still go out. */
const WAITING: readonly OutboxState[] = ['reserved', 'failed', 'doubtful', 'limited', 'released'];

/** Forgets this of signals, of all that belongs to them, and writes down that it was done. */
export async function forgetSignals(
	db: RegisterDatabase,
	rows: readonly SignalRow[],
	what: Forgettable,
	now: Date,
): Promise<void> {
	if (rows.length === 0) return;
	const ids = rows.map(({ id }) => id);
	for (const row of rows) await forgetContent(db, row, what);
	await forgetFollowUps(db, await followUpsOf(db, ids), what);
	await forgetActions(db, ids);
	for (const id of ids) await indexSignal(db, id);
	const references = rows.map(({ reference }) => reference);
	await forgetMails(db, await mailsAbout(db, references), what);
	if (what === 'written') {
		await db.updateTable('satisfaction').set({ remark: null }).where('signal_id', 'in', ids).execute();
		await db.updateTable('questions').set({ question: FORGOTTEN }).where('signal_id', 'in', ids).execute();
		await forgetAsked(db, references);
	} else {
		await forgetLeads(db, ids, references);
	}
	await db
		.insertInto('forgotten')
		.values(ids.map((signal_id) => ({ signal_id, what, at: now.toISOString() })))
		.onConflict((conflict) => conflict.columns(['signal_id', 'what']).doNothing())
		.execute();
}

async function forgetContent(db: RegisterDatabase, row: SignalRow, what: Forgettable): Promise<void> {
	const content = forgetInSignal(readContent(row.content), what);
	const { subject, text, customer } = content;
	await db
		.updateTable('signals')
		.set({ subject, text, customer_email: customer.email, content: writeContent(content) })
		.where('id', '=', row.id)
		.execute();
}

const followUpsOf = async (db: RegisterDatabase, signalIds: readonly string[]) =>
	await db
		.selectFrom('follow_ups')
		.select(['id', 'follow_up', 'content'])
		.where('signal_id', 'in', signalIds)
		.execute();

/** Forgets this of mails about signals. */
export async function forgetFollowUps(
	db: RegisterDatabase,
	rows: ReadonlyArray<{ id: string; follow_up: string; content: string }>,
	what: Forgettable,
): Promise<void> {
	for (const { id, follow_up, content } of rows) {
		const followUp = forgetInFollowUp(followUpSchema.parse(JSON.parse(follow_up)), what);
		const mail = forgetInSignal(signalSchema.parse(JSON.parse(content)), what);
		await db
			.updateTable('follow_ups')
			.set({ follow_up: JSON.stringify(followUp), content: JSON.stringify(mail) })
			.$if(what === 'identity', (query) => query.set({ sender: null }))
			.where('id', '=', id)
			.execute();
	}
}

/** The words in actions name people as well as quote them, so they go with either. What changed to what stays. */
async function forgetActions(db: RegisterDatabase, signalIds: readonly string[]): Promise<void> {
	await db
		.updateTable('actions')
		.set({ text: FORGOTTEN })
		.where('signal_id', 'in', signalIds)
		.where('kind', 'not in', SAFE_ACTIONS)
		.execute();
	// The reason for a change of status is somebody's words.
	await db
		.updateTable('actions')
		.set({ text: sql<string>`'Van ''' || old_value || ''' naar ''' || new_value || '''.'` })
		.where('signal_id', 'in', signalIds)
		.where('field', '=', 'status')
		.execute();
}

async function mailsAbout(db: RegisterDatabase, references: readonly string[]): Promise<string[]> {
	const mails = await db.selectFrom('outbox').select('key').where('reference', 'in', references).execute();
	return mails.map(({ key }) => key);
}

/** Forgets this of mails of ours; what has not gone out by now never will. */
export async function forgetMails(
	db: RegisterDatabase,
	keys: readonly string[],
	what: Forgettable,
): Promise<void> {
	if (keys.length === 0) return;
	await db
		.updateTable('outbox')
		.set({ state: 'dropped' satisfies OutboxState })
		.where('key', 'in', keys)
		.where('state', 'in', WAITING)
		.execute();
	await db.deleteFrom('outbox_messages').where('key', 'in', keys).execute();
	const blank = { reason: null, ...(what === 'written' ? { subject: FORGOTTEN } : { recipient: FORGOTTEN }) };
	await db.updateTable('outbox').set(blank).where('key', 'in', keys).execute();
	if (what === 'identity') await db.deleteFrom('outbox_recipients').where('key', 'in', keys).execute();
}

/** What leads from somebody to a signal. */
async function forgetLeads(
	db: RegisterDatabase,
	ids: readonly string[],
	references: readonly string[],
): Promise<void> {
	await forgetCustomers(db, ids);
	await forgetSmallGroups(db, ids);
	await db.deleteFrom('mail_ids').where('signal_id', 'in', ids).execute();
	await db.updateTable('satisfaction').set({ customer: null }).where('signal_id', 'in', ids).execute();
	await db.deleteFrom('satisfaction_turns').where('signal_id', 'in', ids).execute();
	await db.updateTable('links').set({ party: null, data: '{}' }).where('subject', 'in', references).execute();
}
