import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type * as NodeSqlite from 'node:sqlite';
import { SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import { identityOf, IdleConnections, type Reusable } from './idle-connections';
import { RegisterError } from './register-error';

/** SQLite waits inside the process, so for this short while at most; longer waits are ours (`whenUnlocked`). */
const BLOCKING_WAIT_MS = 20;
const LOCK_WAIT_MS = 30_000;

/** SQLite's own 2 MB of pages is too little for indexes on a million signals; this is how much it takes when it needs it. */
const CACHE_KB = 32_000;
/** Pages in the log (16 MB) before they go to their place: the same few pages of the indexes change time and again. */
const LOG_PAGES = 4_000;
/** How every connection to a register in SQLite is set. */
export const SQLITE_SETTINGS = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -${CACHE_KB}; PRAGMA wal_autocheckpoint = ${LOG_PAGES};`;

/**
 * Tries again while another connection holds the lock. Waiting must not block the process: the
 * holder may be another execution in this same n8n, which could then never finish.
 */
export async function whenUnlocked<T>(attempt: () => Promise<T>): Promise<T> {
	const giveUpAt = Date.now() + LOCK_WAIT_MS;
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			if (!/database is locked/.test(String(error)) || Date.now() > giveUpAt) throw error;
			await sleep(5 + Math.random() * 20);
		}
	}
}

/** A search has its words in its SQL, and is not asked again. */
const MAX_PREPARED = 200;

/** A connection to a file, with what it has prepared. */
class FileConnection implements Reusable {
	readonly identity: string | null;
	// A node run asks the same few things for every item, and preparing one takes longer than its answer.
	private readonly prepared = new Map<string, SqliteStatement>();

	constructor(
		readonly file: string,
		private readonly database: NodeSqlite.DatabaseSync,
	) {
		this.identity = identityOf(file);
	}

	prepare(sql: string): SqliteStatement {
		const known = this.prepared.get(sql);
		if (known) return known;
		const statement = asKyselyStatement(this.database.prepare(sql), this.file);
		if (this.prepared.size >= MAX_PREPARED) this.prepared.clear();
		this.prepared.set(sql, statement);
		return statement;
	}

	isClean(): boolean {
		// Node 22 does not tell; a register on it is closed every time.
		return this.database.isTransaction === false;
	}

	close(): void {
		this.prepared.clear();
		this.database.close();
	}
}

const idle = new IdleConnections<FileConnection>();

/** Node's own SQLite in the shape Kysely expects. */
const asKyselyDatabase = (connection: FileConnection): SqliteDatabase => ({
	close: () => idle.putBack(connection),
	prepare: (sql) => connection.prepare(sql),
});

function asKyselyStatement(statement: NodeSqlite.StatementSync, file: string): SqliteStatement {
	const explained = <T>(work: () => T): T => {
		try {
			return work();
		} catch (error) {
			throw explainSqlite(error, file);
		}
	};
	return {
		reader: statement.columns().length > 0,
		all: (parameters) => explained(() => statement.all(...(parameters as never[]))),
		run: (parameters) => {
			const { changes, lastInsertRowid } = explained(() => statement.run(...(parameters as never[])));
			return { changes: BigInt(changes), lastInsertRowid: BigInt(lastInsertRowid) };
		},
		iterate: (parameters) => statement.iterate(...(parameters as never[])),
	};
}

/** The error with what to do about it, when it is the file that is in the way and not what was asked. */
export function explainSqlite(error: unknown, file: string): unknown {
	if (!/readonly database|disk is full|disk I\/O error|disk image is malformed/.test(String(error)))
		return error;
	return new RegisterError(
		`The register cannot be written at ${file} (${(error as Error).message}).`,
		'Check that the user that runs n8n may write the file and its folder, and that there is room on the disk. The mails stay in the mailbox until this is mended.',
		{ cause: error },
	);
}

function openFile(file: string): NodeSqlite.DatabaseSync {
	// Loaded here and not above, so that a Node without it gets our message and not a stack trace.
	const sqlite = process.getBuiltinModule('node:sqlite') as typeof NodeSqlite | undefined;
	if (!sqlite) {
		throw new RegisterError(
			`The register needs Node.js 22.13 or newer; this is ${process.version}.`,
			'Run n8n on a newer Node.js, as n8n itself asks for.',
		);
	}
	try {
		mkdirSync(dirname(file), { recursive: true });
		const database = new sqlite.DatabaseSync(file, { timeout: BLOCKING_WAIT_MS });
		// Readers and the writer do not wait for each other, and a crash leaves the file whole.
		database.exec(SQLITE_SETTINGS);
		return database;
	} catch (error) {
		throw new RegisterError(
			`The register cannot be opened or written at ${file} (${error instanceof Error ? error.message : String(error)}).`,
			'Check in the credential that the path is right, and that the user that runs n8n may write in that folder. The mails stay in the mailbox until this is mended.',
			{ cause: error },
		);
	}
}

/** Kysely dialect for a register in one SQLite file; the file and its folder are made when absent. */
export function sqliteDialect(path: string): SqliteDialect {
	const file = resolve(path);
	const connection = idle.take(file) ?? new FileConnection(file, openFile(file));
	return new SqliteDialect({ database: asKyselyDatabase(connection) });
}
