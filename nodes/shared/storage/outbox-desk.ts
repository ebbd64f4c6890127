import type { Selectable } from 'kysely';
import { logAction } from './actions';
import type { RegisterDatabase } from './database';
import type { OutboxState, OutgoingRecord, ReleasedMail } from './outbox';
import { UNDER_WAY_MS } from './outbox-limits';
import { RegisterError } from './register-error';
import type { OutboxTable } from './schema';

/** What a person may still decide about. */
const UNDECIDED: readonly OutboxState[] = ['doubtful', 'limited', 'failed', 'reserved', 'released'];

/** Mails of the outbox in these states, or all when there are none, oldest first. */
export async function listOutgoing(
	db: RegisterDatabase,
	states: readonly OutboxState[],
	limit: number,
	now: Date,
): Promise<OutgoingRecord[]> {
	let query = db.selectFrom('outbox').selectAll().orderBy('created_at').orderBy('key').limit(limit);
	if (states.length > 0) {
		const stored = states.includes('doubtful') ? [...states, 'handing-over'] : states;
		query = query.where('state', 'in', stored);
	}
	const records = (await query.execute()).map((row) => toOutgoingRecord(row, now));
	return records.filter(({ state }) => states.length === 0 || states.includes(state));
}

/** Lets a mail go whose fate is not certain, or that was held back. */
export async function releaseOutgoing(
	db: RegisterDatabase,
	key: string,
	actor: string,
	now: Date,
): Promise<OutgoingRecord> {
	return await decide(db, key, 'released', actor, now, 'vrijgegeven om te versturen');
}

/** Sees to it that a mail never goes, and forgets what was in it. */
export async function dropOutgoing(
	db: RegisterDatabase,
	key: string,
	actor: string,
	now: Date,
): Promise<OutgoingRecord> {
	const record = await decide(db, key, 'dropped', actor, now, 'geschrapt: hij wordt niet verstuurd');
	await db.deleteFrom('outbox_messages').where('key', '=', key).execute();
	return record;
}

async function decide(
	db: RegisterDatabase,
	key: string,
	state: OutboxState,
	actor: string,
	now: Date,
	words: string,
): Promise<OutgoingRecord> {
	const row = await db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirst();
	if (!row) {
		throw new RegisterError(
			`There is no outgoing mail with the key ${key || '(empty)'} in the register.`,
			'Take the key from outgoing.key, as Get Many Outgoing gives it.',
		);
	}
	const record = toOutgoingRecord(row, now);
	if (record.state === state) return record;
	if (!UNDECIDED.includes(record.state)) {
		throw new RegisterError(
			`The mail ${key} is '${record.state}', so there is nothing to decide about it any more.`,
			'Only mail that is doubtful, limited, failed, reserved or released can be released or dropped.',
		);
	}
	const changes = { state, updated_at: now.toISOString() };
	await db.updateTable('outbox').set(changes).where('key', '=', key).execute();
	const signal = await db
		.selectFrom('signals')
		.select('id')
		.where('reference', '=', row.reference)
		.executeTakeFirst();
	const text = `Mail aan ${row.recipient} ${words} (${row.subject}).`;
	if (signal) await logAction(db, signal.id, now, { kind: 'mail', actor, text });
	return toOutgoingRecord({ ...row, ...changes }, now);
}

/** Released mails with what is needed to send them, oldest first. */
export async function releasedMails(db: RegisterDatabase, limit: number): Promise<ReleasedMail[]> {
	const rows = await db
		.selectFrom('outbox_messages')
		.innerJoin('outbox', 'outbox.key', 'outbox_messages.key')
		.select(['outbox.key', 'outbox_messages.envelope', 'outbox_messages.source'])
		.where('outbox.state', '=', 'released')
		.orderBy('outbox.created_at')
		.limit(limit)
		.execute();
	return rows.map(({ key, envelope, source }) => ({
		key,
		envelope: JSON.parse(envelope) as ReleasedMail['envelope'],
		source: Buffer.from(source, 'base64'),
	}));
}

/** A mail of the outbox, as an administrator sees it. */
export function toOutgoingRecord(row: Selectable<OutboxTable>, now: Date): OutgoingRecord {
	// Handing over takes seconds; what still does so after minutes was broken off.
	const longAgo = new Date(now.getTime() - UNDER_WAY_MS).toISOString();
	const brokenOff = row.state === 'handing-over' && row.updated_at < longAgo;
	return {
		key: row.key,
		reference: row.reference,
		recipient: row.recipient,
		subject: row.subject,
		state: brokenOff ? 'doubtful' : (row.state as OutboxState),
		reason: row.reason,
		attempts: row.attempts,
		bouncedAt: row.bounced_at,
		createdAt: row.created_at,
		updatedAt: row.updated_at,
	};
}
