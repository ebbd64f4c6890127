import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { DateTime } from 'luxon';
import type { Status } from '../../domain/signal';
import { isFinished, updateMessage } from '../../domain/updates/message';
import type { MessageSettings, PlanSettings } from '../../domain/updates/settings';
import { termFor } from '../../domain/updates/terms';
import { WorkingCalendar, ZONE } from '../../domain/working-time/working-calendar';
import { claimed, type Claim } from '../claims';
import { compiledOnce } from '../compiled-once';
import type { RegisterDatabase } from '../database';
import type { OutboxState } from '../outbox';
import { toSignals } from '../signal-rows';
import { readRows } from './rows';
import { updateContentSchema, type DueUpdate, type UpdateContent } from './updates';

/** In one message; the rest comes in the next one. */
const MOST_SIGNALS = 50;

/** States of the outbox in which the message went out, may have, or was decided about: its words are fixed. */
const FIXED: readonly OutboxState[] = ['sent', 'handing-over', 'doubtful', 'released', 'dropped'];

/** Customers to whom something is due and nothing is under way, the most urgent first. */
export const dueCustomers = (db: RegisterDatabase, now: string, limit: number) =>
	db
		.selectFrom('updates')
		.leftJoin('update_messages', 'update_messages.customer', 'updates.customer')
		.select('updates.customer')
		// Not as a value: how few rows have this state decides the plan.
		.where('updates.state', '=', sql.lit('waiting'))
		.where('updates.due_at', '<=', now)
		.where('updates.customer', 'is not', null)
		.where('update_messages.customer', 'is', null)
		.groupBy('updates.customer')
		.orderBy((row) => row.fn.min('updates.due_at'))
		.limit(limit);

/** Messages of which a run did not tell what became of them. */
export const unfinishedMessages = (db: RegisterDatabase, now: string, limit: number) =>
	db
		.selectFrom('update_messages')
		.leftJoin('outbox', 'outbox.key', 'update_messages.key')
		.select(['update_messages.customer', 'update_messages.key', 'update_messages.content', 'outbox.state'])
		.where('update_messages.claimed_until', '<=', now)
		.orderBy('update_messages.claimed_until')
		.limit(limit);

/** Whether there is something to tell: mostly there is not, and then nobody has to wait for the lock. */
export async function isAnythingDue(db: RegisterDatabase, now: string): Promise<boolean> {
	return (await anyUnfinished(db, now)).length > 0 || (await anyDue(db, now)).length > 0;
}

const anyUnfinished = compiledOnce((db, now: string) => unfinishedMessages(db, now, 1));
const anyDue = compiledOnce((db, now: string) => dueCustomers(db, now, 1));
const waitingOf = compiledOnce((db, customer: string) =>
	readRows(db)
		.where('updates.customer', '=', customer)
		.where('updates.state', '=', 'waiting')
		.orderBy('updates.due_at')
		.orderBy('updates.signal_id')
		.limit(MOST_SIGNALS),
);

/** The unfinished message as it was, when its words are fixed; null when it may be written anew. */
export async function fixedMessage(
	db: RegisterDatabase,
	{ key, content, state }: { key: string; content: string; state: string | null },
	claim: Claim,
	now: Date,
): Promise<DueUpdate | null> {
	if (!state || !FIXED.includes(state as OutboxState)) return null;
	await db.updateTable('update_messages').set(claimed(claim, now)).where('key', '=', key).execute();
	return await withSignal(db, updateContentSchema.parse(JSON.parse(content)));
}

/**
 * Writes the message to a customer, keeps it and claims it.
 * @param key of the message that it replaces, which then did not go out
 * @returns null when nothing is due to this customer any more
 */
export async function composeMessage(
	db: RegisterDatabase,
	customer: string,
	settings: PlanSettings & MessageSettings,
	claim: Claim,
	now: Date,
	key = `statusbericht:${randomUUID()}`,
): Promise<DueUpdate | null> {
	const rows = await waitingOf(db, customer);
	if (!rows.some(({ due_at }) => due_at! <= now.toISOString())) {
		await db.deleteFrom('update_messages').where('customer', '=', customer).execute();
		return null;
	}
	const signals = await toSignals(db, rows);
	const told = signals.map((signal, index) => ({
		signal,
		toldStatus: rows[index]!.told_status as Status | null,
	}));
	const calendar = new WorkingCalendar(settings.calendar);
	const at = DateTime.fromJSDate(now, { zone: ZONE });
	const deadlines = signals
		.filter(({ status }) => !isFinished(status))
		.map(({ classification }) => calendar.deadline(at, termFor(settings.terms, classification).every));
	const next = deadlines.length > 0 ? DateTime.min(...deadlines)! : null;
	const { customer: known } = signals[0]!;
	const content: UpdateContent = {
		key,
		customer: { name: known.name, email: known.email! },
		signals: signals.map(({ reference, subject, status }) => ({ reference: reference!, subject, status })),
		nextUpdateBy: next?.toISO() ?? null,
		...updateMessage(told, next, settings.closeAfterDays, settings.texts),
		composedAt: now.toISOString(),
	};
	const kept = { key, content: JSON.stringify(content), ...claimed(claim, now) };
	await db
		.insertInto('update_messages')
		.values({ customer, ...kept })
		.onConflict((conflict) => conflict.column('customer').doUpdateSet(kept))
		.execute();
	return { ...content, signal: signals[0]! };
}

async function withSignal(db: RegisterDatabase, content: UpdateContent): Promise<DueUpdate> {
	const rows = await db
		.selectFrom('signals')
		.selectAll()
		.where('reference', '=', content.signals[0]!.reference)
		.execute();
	return { ...content, signal: (await toSignals(db, rows))[0]! };
}
