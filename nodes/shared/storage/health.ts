import { sql } from 'kysely';
import type { RegisterDatabase } from './database';
import { listOutgoing } from './outbox-desk';

/** How the intake is doing, as far as the register knows. */
export interface RegisterHealth {
	/** When an intake was finished last, ISO 8601 in UTC; null when there was none yet. */
	lastSuccess: string | null;
	/** Mails that nobody could read, and that a person has not looked at yet. */
	unreadable: number;
	/** Mails whose intake failed several times in a row. */
	failing: number;
	/** Outgoing mails that wait for a person: perhaps sent, or held back by a limit. */
	outgoing: { doubtful: number; limited: number };
}

/** From this number of failures in a row on, it is no hitch. */
const REPEATEDLY = 3;
const COUNT_AT_MOST = 1_000;

export async function registerHealth(db: RegisterDatabase, now: Date): Promise<RegisterHealth> {
	const [signals, followUps] = [await intake(db, 'signals'), await intake(db, 'follow_ups')];
	const { unreadable } = await db
		.selectFrom('signals')
		.select((row) => row.fn.countAll<number>().as('unreadable'))
		.where('unparseable', '=', sql.lit(1))
		.where('status', '=', 'te beoordelen')
		.executeTakeFirstOrThrow();
	const waiting = await listOutgoing(db, ['doubtful', 'limited'], COUNT_AT_MOST, now);
	const count = (wanted: string) => waiting.filter(({ state }) => state === wanted).length;
	const moments = [signals.last, followUps.last].filter((moment) => moment !== null);
	return {
		lastSuccess: moments.sort().at(-1) ?? null,
		unreadable: Number(unreadable),
		failing: signals.failing + followUps.failing,
		outgoing: { doubtful: count('doubtful'), limited: count('limited') },
	};
}

async function intake(
	db: RegisterDatabase,
	table: 'signals' | 'follow_ups',
): Promise<{ last: string | null; failing: number }> {
	const handled = await db
		.selectFrom(table)
		.select('handled_at')
		.where('handled_at', 'is not', null)
		.orderBy('handled_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	const { failing } = await db
		.selectFrom(table)
		.select((row) => row.fn.countAll<number>().as('failing'))
		.where('handled_at', 'is', null)
		.where('failures', '>=', REPEATEDLY)
		.executeTakeFirstOrThrow();
	return { last: handled?.handled_at ?? null, failing: Number(failing) };
}
