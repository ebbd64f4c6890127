import { PostgresAdapter, sql, type RawBuilder } from 'kysely';

type Dialectal = { getExecutor(): { adapter: unknown } };

/** Whether this database, or a connection or transaction of it, is PostgreSQL; it is SQLite otherwise. */
export const isPostgres = (db: Dialectal): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/** Whether a column is one of a list: a JSON array as one value, so that the SQL is the same for every number of them. */
export const oneOf = (db: Dialectal, column: string, list: string): RawBuilder<boolean> =>
	isPostgres(db)
		? sql`${sql.ref(column)} = any(array(select json_array_elements_text(${list}::json)))`
		: sql`${sql.ref(column)} in (select value from json_each(${list}))`;
