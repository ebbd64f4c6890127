import type { Kysely } from 'kysely';
import type { RegisterDatabase } from './database';
import { dutchDay } from './report-facts';
import type { ReferenceCounterTable } from './schema';

/** Gives out the next reference of the year in the Netherlands, for example `R-2026-000123`. Call it in a write transaction. */
export const nextReference = async (db: RegisterDatabase, now: string): Promise<string> =>
	await nextNumber(db, 'reference_counters', 'R', now);

/** The next number that this counter gives out in this year, after a letter for what it numbers. */
export async function nextNumber(
	db: RegisterDatabase,
	counter: 'reference_counters' | 'pdc_notice_counters',
	letter: string,
	now: string,
): Promise<string> {
	const year = Number(dutchDay(now).slice(0, 4));
	// The counters are tables of one shape.
	const counters = db as unknown as Kysely<Record<typeof counter, ReferenceCounterTable>>;
	const { last } = await counters
		.insertInto(counter)
		.values({ year, last: 1 })
		.onConflict((conflict) =>
			conflict.column('year').doUpdateSet((row) => ({ last: row(`${counter}.last`, '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return `${letter}-${year}-${String(last).padStart(6, '0')}`;
}
