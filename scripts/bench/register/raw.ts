import type * as NodeSqlite from 'node:sqlite';
import { Client } from 'pg';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { SQLITE_SETTINGS } from '../../../nodes/shared/storage/sqlite';

type Statement = readonly [sql: string, values: readonly unknown[]];

/** A database without anything of ours between: the limit of what the register can do. */
export interface Raw {
	/** SQL with `?` for each value. */
	all(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
	/** Inserts, in one journey where there is a network. */
	together(inserts: readonly Statement[]): Promise<void>;
	/** As a transaction that holds the register's write lock. */
	transaction(work: () => Promise<void>, end?: 'commit' | 'rollback'): Promise<void>;
	/** Takes the indexes away, for rows by the million; gives what makes them again. */
	withoutIndexes(): Promise<() => Promise<void>>;
	close(): Promise<void>;
}

const SQLITE_FILLING =
	'PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY;';

export function rawSqlite(databaseFile: string): Raw {
	const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as typeof NodeSqlite;
	const database = new DatabaseSync(databaseFile);
	database.exec(SQLITE_SETTINGS);
	const prepared = new Map<string, NodeSqlite.StatementSync>();
	const raw: Raw = {
		all: async (sql, values = []) => {
			const statement = prepared.get(sql) ?? database.prepare(sql);
			prepared.set(sql, statement);
			return statement.all(...(values as never[]));
		},
		together: async (inserts) => {
			for (const [sql, values] of inserts) await raw.all(sql, values);
		},
		transaction: async (work, end = 'commit') => {
			await raw.all('begin immediate');
			await work();
			await raw.all(end);
		},
		withoutIndexes: async () => {
			database.exec(SQLITE_FILLING);
			const made = await raw.all(
				"select type, name, sql from sqlite_master where type = 'index' and sql is not null or name = 'search_added'",
			);
			for (const { type, name } of made) database.exec(`drop ${String(type)} ${String(name)}`);
			return async () => {
				for (const { sql } of made) database.exec(String(sql));
				database.exec("insert into search_words (search_words) values ('rebuild')");
				prepared.clear();
				database.exec(`${SQLITE_SETTINGS} PRAGMA temp_store = DEFAULT;`);
			};
		},
		close: async () => database.close(),
	};
	return raw;
}

export async function rawPostgres(settings: RegisterSettings): Promise<Raw> {
	const { host, port, user, password, databaseName: database } = settings;
	const client = new Client({ host, port, user, password, database });
	await client.connect();
	const prepared = new Map<string, { name: string; text: string }>();
	const raw: Raw = {
		all: async (sql, values = []) => {
			let number = 0;
			const statement = prepared.get(sql) ?? {
				name: `raw-${prepared.size}`,
				text: sql.replaceAll('?', () => `$${++number}`),
			};
			prepared.set(sql, statement);
			return (await client.query<Record<string, unknown>>({ ...statement, values: [...values] })).rows;
		},
		together: async (inserts) => {
			const sqls = inserts.map(([sql]) => sql);
			const before = sqls.slice(0, -1).map((sql, index) => `part_${index} as (${sql})`);
			await raw.all(
				`with ${before.join(', ')} ${sqls.at(-1)}`,
				inserts.flatMap(([, values]) => values),
			);
		},
		transaction: async (work, end = 'commit') => {
			await raw.all('begin');
			await raw.all('select pg_advisory_xact_lock(?)', [1]);
			await work();
			await raw.all(end);
		},
		withoutIndexes: async () => {
			await client.query(
				"set synchronous_commit = off; set session_replication_role = replica; set maintenance_work_mem = '1GB'",
			);
			const made = await raw.all(
				"select indexname, indexdef from pg_indexes where schemaname = current_schema() and indexdef not like 'CREATE UNIQUE%'",
			);
			for (const { indexname } of made) await client.query(`drop index "${String(indexname)}"`);
			return async () => {
				for (const { indexdef } of made) await client.query(String(indexdef));
				await client.query(
					'reset synchronous_commit; reset session_replication_role; reset maintenance_work_mem',
				);
			};
		},
		close: async () => await client.end(),
	};
	return raw;
}
