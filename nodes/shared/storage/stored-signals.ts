import type { Kysely } from 'kysely';
import type { RegisterSchema } from './schema';

/** Rows that are read at a time, so that a large register needs no large memory. */
const BATCH = 500;

/** Every signal as it is stored, for migrations that take something over from it. */
export async function* storedSignals(
	db: Kysely<RegisterSchema>,
): AsyncGenerator<{ id: string; content: string }> {
	for (let after = ''; ;) {
		const rows = await db
			.selectFrom('signals')
			.select(['id', 'content'])
			.where('id', '>', after)
			.orderBy('id')
			.limit(BATCH)
			.execute();
		yield* rows;
		if (rows.length < BATCH) return;
		after = rows.at(-1)!.id;
	}
}
