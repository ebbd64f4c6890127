import type { Forgettable } from '../../domain/forget';
import type { RegisterDatabase } from '../database';
import type { SignalRow } from '../signal-rows';
import { forgetSignals } from './forget';
import type { Retention, RetentionOutcome } from './personal-data';

const DAY_MS = 86_400_000;
const BATCH = 200;

/** See `PersonalData.applyRetention`. Call it in a write transaction. */
export async function applyRetention(
	db: RegisterDatabase,
	terms: Retention,
	now: Date,
): Promise<RetentionOutcome> {
	const before = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();
	const written = await forgetClosedBefore(db, 'written', before(terms.writtenDays), terms.limit, now);
	const identity = await forgetClosedBefore(db, 'identity', before(terms.identityDays), terms.limit, now);
	const links = await db
		.deleteFrom('links')
		.where('valid_until', '<', before(terms.linkDays))
		.executeTakeFirst();
	const accessLog = await db
		.deleteFrom('access_log')
		.where('at', '<', before(terms.accessLogDays))
		.executeTakeFirst();
	return {
		written: written.signals,
		identity: identity.signals,
		links: Number(links.numDeletedRows),
		accessLog: Number(accessLog.numDeletedRows),
		more: written.more || identity.more,
	};
}

async function forgetClosedBefore(
	db: RegisterDatabase,
	what: Forgettable,
	moment: string,
	limit: number,
	now: Date,
): Promise<{ signals: number; more: boolean }> {
	let signals = 0;
	while (signals < limit) {
		const rows = await closedBefore(db, what, moment, Math.min(BATCH, limit - signals));
		await forgetSignals(db, rows, what, now);
		signals += rows.length;
		if (rows.length < BATCH && signals < limit) return { signals, more: false };
	}
	return { signals, more: (await closedBefore(db, what, moment, 1)).length > 0 };
}

/** Signals that were closed before this moment, and of which this was not forgotten yet. */
const closedBefore = async (
	db: RegisterDatabase,
	what: Forgettable,
	moment: string,
	limit: number,
): Promise<SignalRow[]> =>
	await db
		.selectFrom('closures')
		.innerJoin('signals', 'signals.id', 'closures.signal_id')
		.leftJoin('forgotten', (join) =>
			join.onRef('forgotten.signal_id', '=', 'signals.id').on('forgotten.what', '=', what),
		)
		.selectAll('signals')
		.where('closures.closed_at', '<', moment)
		.where('forgotten.signal_id', 'is', null)
		.orderBy('closures.closed_at')
		.orderBy('signals.id')
		.limit(limit)
		.execute();
