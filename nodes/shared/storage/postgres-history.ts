import { sql, type Kysely } from 'kysely';

/** As `actionsOnlyGrowInSqlite`. */
export async function actionsOnlyGrowInPostgres(db: Kysely<unknown>): Promise<void> {
	await sql`
		create function history_only_grows() returns trigger language plpgsql as $$
		begin raise exception 'the history of a signal only grows'; end $$
	`.execute(db);
	await sql`
		create trigger actions_stay before delete on actions
		for each row execute function history_only_grows()
	`.execute(db);
	await sql`
		create trigger actions_keep before update of id, signal_id, at, kind, field, old_value, new_value on actions
		for each row execute function history_only_grows()
	`.execute(db);
}
