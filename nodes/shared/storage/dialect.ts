import { PostgresAdapter, type Kysely } from 'kysely';

/** Whether this database, or a connection or transaction of it, is PostgreSQL; it is SQLite otherwise. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- of whatever schema
export const isPostgres = (db: Kysely<any>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
