import { DateTime } from 'luxon';
import type { RegisterDatabase } from './database';

/** Gives out the next reference of the year in the Netherlands, for example `R-2026-000123`. Call it in a write transaction. */
export async function nextReference(db: RegisterDatabase, now: string): Promise<string> {
	const { year } = DateTime.fromISO(now, { zone: 'Europe/Amsterdam' });
	const { last } = await db
		.insertInto('reference_counters')
		.values({ year, last: 1 })
		.onConflict((conflict) =>
			conflict.column('year').doUpdateSet((row) => ({ last: row('reference_counters.last', '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return `R-${year}-${String(last).padStart(6, '0')}`;
}
