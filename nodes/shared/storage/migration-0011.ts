import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Indexes that stay small in a register where most is closed: of what is to be done they hold those rows only, and
 * what a question asks of them, so that no table is read for what is not due.
 */
export const smallIndexes: Migration = {
	async up(db: Kysely<unknown>) {
		// Lists of two things at once, of which one may be rare.
		for (const column of ['category', 'supplier']) {
			await db.schema
				.createIndex(`signals_newest_by_status_and_${column}`)
				.on('signals')
				.columns(['status', column, 'registered_at', 'reference'])
				.execute();
		}
		for (const [name, table, columns, rows] of PARTIAL) {
			await sql`drop index if exists ${sql.ref(name)}`.execute(db);
			await sql`
				create index ${sql.ref(name)} on ${sql.ref(table)} (${sql.join(columns.map((one) => sql.ref(one)))})
				where ${sql.raw(rows)}
			`.execute(db);
		}
		await db.schema.dropIndex('closures_by_moment').execute();
		await db.schema
			.createIndex('closures_by_moment')
			.on('closures')
			.columns(['closed_at', 'signal_id'])
			.execute();
	},
};

/** Name, table, columns, and of which rows. Most signals have no handler, are no duplicate, and wait for nothing. */
const PARTIAL: ReadonlyArray<readonly [string, string, readonly string[], string]> = [
	['signals_newest_by_handler', 'signals', ['handler', 'registered_at', 'reference'], 'handler is not null'],
	['duplicates_of_signal', 'signals', ['duplicate_of'], 'duplicate_of is not null'],
	['signals_handled', 'signals', ['handled_at'], 'handled_at is not null'],
	['signals_in_intake', 'signals', ['failures'], 'handled_at is null'],
	['signals_unparseable', 'signals', ['status'], 'unparseable = 1'],
	['follow_ups_handled', 'follow_ups', ['handled_at'], 'handled_at is not null'],
	['follow_ups_in_intake', 'follow_ups', ['failures'], 'handled_at is null'],
	['updates_to_plan', 'updates', ['signal_id'], "state = 'plan'"],
	['updates_due', 'updates', ['state', 'due_at', 'customer'], 'due_at is not null'],
	['updates_supplier_due', 'updates', ['supplier_due_at'], 'supplier_due_at is not null'],
	['updates_ask_due', 'updates', ['ask_due_at'], 'ask_due_at is not null'],
	['questions_due', 'questions', ['due_at'], 'due_at is not null'],
];
