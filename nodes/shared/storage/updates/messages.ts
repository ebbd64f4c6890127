import { sql } from 'kysely';
import { claimed, type Claim } from '../claims';
import { compiledOnce } from '../compiled-once';
import type { RegisterDatabase } from '../database';
import type { OutboxState } from '../outbox';
import { toSignals } from '../signal-rows';
import { updateContentSchema, type DueUpdate, type UpdateContent } from './updates';

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

async function withSignal(db: RegisterDatabase, content: UpdateContent): Promise<DueUpdate> {
	const rows = await db
		.selectFrom('signals')
		.selectAll()
		.where('reference', '=', content.signals[0]!.reference)
		.execute();
	return { ...content, signal: (await toSignals(db, rows))[0]! };
}
