import type { Kysely, Migration } from 'kysely';
import { isPostgres } from './dialect';
import { makePostgresIndex } from './postgres-search';
import type { RegisterSchema } from './schema';
import { indexSignal } from './search-index';
import { makeSqliteIndex } from './sqlite-search';

const BATCH = 500;

/** The words of every signal and of what followed it, to search in. */
export const fullText: Migration = {
	async up(untyped: Kysely<unknown>) {
		await (isPostgres(untyped) ? makePostgresIndex : makeSqliteIndex)(untyped);
		const db = untyped as Kysely<RegisterSchema>;
		// In the order of registration, which is the order in which results come.
		for (let after = { registered_at: '', reference: '' }; ;) {
			const rows = await db
				.selectFrom('signals')
				.select(['id', 'registered_at', 'reference'])
				.where(({ eb, refTuple, tuple }) =>
					eb(refTuple('registered_at', 'reference'), '>', tuple(after.registered_at, after.reference)),
				)
				.orderBy('registered_at')
				.orderBy('reference')
				.limit(BATCH)
				.execute();
			for (const { id } of rows) await indexSignal(db, id);
			if (rows.length < BATCH) return;
			after = rows.at(-1)!;
		}
	},
};
