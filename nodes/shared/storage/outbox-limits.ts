import { addressKey } from '../domain/address';
import { counted, isOne } from '../text/counted';
import type { RegisterDatabase } from './database';
import type { Limit, SendLimits } from './outbox';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Sending takes seconds; what is reserved longer was left behind by a crash and does not count. */
export const UNDER_WAY_MS = 10 * MINUTE_MS;

const mails = (count: number): string => counted(count, 'mail', 'mails');
const went = (count: number): string => (isOne(count) ? 'ging' : 'gingen');

/** The limit that one more mail to these addresses would pass, with the reason in words; null when it may go. */
export async function reachedLimit(
	db: RegisterDatabase,
	to: readonly string[],
	limits: SendLimits,
	now: Date,
): Promise<{ limit: Limit; reason: string } | null> {
	for (const address of new Set(to.map(addressKey))) {
		if ((await mailsSince(db, now, DAY_MS, address)) >= limits.perAddress) {
			return { limit: 'perAddress', reason: `${address} kreeg in 24 uur al ${mails(limits.perAddress)}` };
		}
	}
	if ((await mailsSince(db, now, HOUR_MS)) >= limits.perHour) {
		return {
			limit: 'perHour',
			reason: `er ${went(limits.perHour)} in een uur al ${mails(limits.perHour)} uit`,
		};
	}
	if ((await mailsSince(db, now, DAY_MS)) >= limits.perDay) {
		return { limit: 'perDay', reason: `er ${went(limits.perDay)} in 24 uur al ${mails(limits.perDay)} uit` };
	}
	return null;
}

async function mailsSince(db: RegisterDatabase, now: Date, ms: number, address?: string): Promise<number> {
	const before = (time: number) => new Date(now.getTime() - time).toISOString();
	let query = db
		.selectFrom('outbox')
		.select((row) => row.fn.countAll<number>().as('count'))
		.where((where) =>
			where.or([
				where.and([
					where('outbox.state', 'in', ['sent', 'handing-over', 'doubtful']),
					where('outbox.updated_at', '>', before(ms)),
				]),
				where.and([
					where('outbox.state', '=', 'reserved'),
					where('outbox.updated_at', '>', before(UNDER_WAY_MS)),
				]),
			]),
		);
	if (address) {
		query = query.where('outbox.key', 'in', (inner) =>
			inner.selectFrom('outbox_recipients').select('key').where('address', '=', address),
		);
	}
	return Number((await query.executeTakeFirstOrThrow()).count);
}
