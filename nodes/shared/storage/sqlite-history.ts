import { sql, type Kysely } from 'kysely';

/**
 * Lets the history only grow: no line goes, and nothing of it changes but the words and the name in it, which
 * the privacy rules may blank.
 */
export async function actionsOnlyGrowInSqlite(db: Kysely<unknown>): Promise<void> {
	await sql`
		create trigger actions_stay before delete on actions
		begin select raise(abort, 'the history of a signal only grows'); end
	`.execute(db);
	await sql`
		create trigger actions_keep before update of id, signal_id, at, kind, field, old_value, new_value on actions
		begin select raise(abort, 'the history of a signal only grows'); end
	`.execute(db);
}
