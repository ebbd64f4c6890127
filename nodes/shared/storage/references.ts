import type { Kysely } from 'kysely';
import { dutchDate } from '../domain/working-time/working-calendar';
import { compiledOnce } from './compiled-once';
import type { RegisterDatabase } from './database';
import type { ReferenceCounterTable } from './schema';

/** Gives out the next reference of the year in the Netherlands, for example `R-2026-000123`. Call it in a write transaction. */
export const nextReference = async (db: RegisterDatabase, now: string): Promise<string> =>
	await nextNumber(db, 'reference_counters', 'R', now);

/** The counters are tables of one shape. */
const counting = (counter: 'reference_counters' | 'pdc_notice_counters') =>
	compiledOnce((db, year: number) =>
		(db as unknown as Kysely<Record<typeof counter, ReferenceCounterTable>>)
			.insertInto(counter)
			.values({ year, last: 1 })
			.onConflict((conflict) =>
				conflict.column('year').doUpdateSet((row) => ({ last: row(`${counter}.last`, '+', 1) })),
			)
			.returning('last'),
	);
const COUNTERS = {
	reference_counters: counting('reference_counters'),
	pdc_notice_counters: counting('pdc_notice_counters'),
};

/** The next number that this counter gives out in this year, after a letter for what it numbers. */
export async function nextNumber(
	db: RegisterDatabase,
	counter: keyof typeof COUNTERS,
	letter: string,
	now: string,
): Promise<string> {
	const year = dutchDate(new Date(now)).slice(0, 4);
	const [counted] = await COUNTERS[counter](db, Number(year));
	return `${letter}-${year}-${String(counted!.last).padStart(6, '0')}`;
}
