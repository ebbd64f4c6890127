import type { RegisterDatabase } from './database';
import { insertTogether, into, type NewRows } from './insert-together';

/** A Message-ID without its angle brackets and the space around them. */
export const bareMessageId = (messageId: string): string => messageId.trim().replace(/^<|>$/g, '').trim();

/** An index holds no longer ones, and no mail program makes them. */
const MAX_CHARACTERS = 500;

/** That mail about this signal may name this Message-ID; nothing when there is none to name. */
export function mailIdRows(messageId: string | null, signalId: string): NewRows[] {
	const bare = bareMessageId(messageId ?? '');
	if (bare === '' || bare.length > MAX_CHARACTERS) return [];
	return [into('mail_ids', [{ message_id: bare, signal_id: signalId }], 'message_id')];
}

/** Remembers that mail about this signal may name this Message-ID. The first signal that has it keeps it. */
export async function rememberMailId(
	db: RegisterDatabase,
	messageId: string | null,
	signalId: string,
): Promise<void> {
	const rows = mailIdRows(messageId, signalId);
	if (rows.length > 0) await insertTogether(db, rows);
}

/** SQLite and PostgreSQL bound the number of values in one query; nobody's conversation needs more than this. */
const MAX_IDS = 200;

/** The signal that the conversation is about: that of the newest Message-ID which is known. `thread` is oldest first. */
export async function signalOfThread(
	db: RegisterDatabase,
	thread: readonly string[],
): Promise<string | null> {
	const all = thread.map(bareMessageId);
	const ids = all.length > MAX_IDS ? [all[0]!, ...all.slice(1 - MAX_IDS)] : all;
	if (ids.length === 0) return null;
	const rows = await db.selectFrom('mail_ids').selectAll().where('message_id', 'in', ids).execute();
	const signalOf = new Map(rows.map(({ message_id, signal_id }) => [message_id, signal_id]));
	return signalOf.get(ids.findLast((id) => signalOf.has(id)) ?? '') ?? null;
}
