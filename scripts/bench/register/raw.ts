import type * as NodeSqlite from 'node:sqlite';
import { Client } from 'pg';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';

/** A database without anything of ours between: the limit of what the register can do. */
export interface Raw {
	/** SQL with `?` for each value. */
	all(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
	/** As a transaction that holds the register's write lock. */
	transaction(work: () => Promise<void>): Promise<void>;
	close(): Promise<void>;
}

export function rawSqlite(databaseFile: string): Raw {
	const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as typeof NodeSqlite;
	const database = new DatabaseSync(databaseFile);
	database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
	const prepared = new Map<string, NodeSqlite.StatementSync>();
	const raw: Raw = {
		all: async (sql, values = []) => {
			const statement = prepared.get(sql) ?? database.prepare(sql);
			prepared.set(sql, statement);
			return statement.all(...(values as never[]));
		},
		transaction: async (work) => {
			await raw.all('begin immediate');
			await work();
			await raw.all('commit');
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
		transaction: async (work) => {
			await raw.all('begin');
			await raw.all('select pg_advisory_xact_lock(?)', [1]);
			await work();
			await raw.all('commit');
		},
		close: async () => await client.end(),
	};
	return raw;
}
