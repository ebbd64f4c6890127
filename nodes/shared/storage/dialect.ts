import { PostgresAdapter } from 'kysely';

/** Whether this database, or a connection or transaction of it, is PostgreSQL; it is SQLite otherwise. */
export const isPostgres = (db: { getExecutor(): { adapter: unknown } }): boolean =>
	db.getExecutor().adapter instanceof PostgresAdapter;
