import { PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { Pool, types, type PoolClient, type PoolConfig } from 'pg';
import { explainPostgres, type PostgresServer } from './postgres-errors';
import { RegisterError } from './register-error';
import type { ParsedRegisterSettings } from './settings';

const CONNECT_WAIT_MS = 10_000;
const LOCK_WAIT_MS = 30_000;
/** A worker whose machine vanished must not keep the write lock. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/** A search has its words in it, and is not asked again; the server need not remember all of them. */
const MAX_NAMES = 200;

const BIGINT = 20;
const NUMERIC = 1700;
/** Counts and sums are numbers, as in SQLite; the register has none beyond 2^53. */
const parsers: PoolConfig['types'] = {
	getTypeParser: (oid: number, format?: 'text' | 'binary') =>
		oid === BIGINT || oid === NUMERIC ? Number : types.getTypeParser(oid as never, format as never),
};

/**
 * Kysely dialect for a register in PostgreSQL, over one connection that lives as long as the register is open,
 * as with a file.
 */
export function postgresDialect(settings: ParsedRegisterSettings): PostgresDialect {
	const { config, server } = connectionOf(settings);
	const pool = new Pool({
		...config,
		max: 1,
		types: parsers,
		application_name: 'n8n-nodes-regie',
		connectionTimeoutMillis: CONNECT_WAIT_MS,
		lock_timeout: LOCK_WAIT_MS,
		idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
		keepAlive: true,
	});
	pool.on('error', toldToTheNextQuery);
	return new PostgresDialect({ pool: asKyselyPool(pool, server) });
}

function connectionOf(settings: ParsedRegisterSettings): { config: PoolConfig; server: PostgresServer } {
	const ssl = settings.ssl && { rejectUnauthorized: !settings.allowUnauthorizedCerts };
	if (settings.connectBy === 'connectionString') {
		const { secretConnectionString: connectionString } = settings;
		const url = /^postgres(ql)?:\/\//.test(connectionString) ? URL.parse(connectionString) : null;
		if (!url) {
			throw new RegisterError(
				'The connection string of the register is not one.',
				'Write it in the credential as postgresql://user:password@host:5432/database, with special characters in the password as %-codes.',
			);
		}
		const database = decodeURIComponent(url.pathname.slice(1));
		return {
			config: { connectionString, ssl },
			server: { host: url.hostname, port: Number(url.port || 5432), database, user: url.username },
		};
	}
	const { host, port, databaseName: database, user, password } = settings;
	const missing = Object.entries({ Host: host, Database: database, User: user }).filter(
		([, value]) => !value,
	);
	if (missing.length > 0) {
		throw new RegisterError(
			`The credential of the register lacks ${missing.map(([name]) => name).join(', ')}.`,
			'Fill in how to reach PostgreSQL, or choose SQLite File as the database.',
		);
	}
	return { config: { host, port, database, user, password, ssl }, server: { host, port, database, user } };
}

/** A connection that breaks between two queries fails the next one. Unheard, this event would end n8n. */
const toldToTheNextQuery = () => undefined;

/** The pool in the shape Kysely expects, with errors that say what to do. */
function asKyselyPool(pool: Pool, server: PostgresServer): PostgresPool {
	const clients = new WeakMap<PoolClient, PostgresPoolClient>();
	return {
		end: async () => await pool.end(),
		async connect() {
			try {
				const client = await pool.connect();
				const known = clients.get(client) ?? asKyselyClient(client, server);
				clients.set(client, known);
				return known;
			} catch (error) {
				throw explainPostgres(error, server);
			}
		},
	};
}

function asKyselyClient(client: PoolClient, server: PostgresServer): PostgresPoolClient {
	client.on('error', toldToTheNextQuery);
	// A node run asks the same few things for every item; under a name they are read and planned once.
	const names = new Map<string, string>();
	const nameOf = (text: string): string | undefined => {
		if (!names.has(text) && names.size < MAX_NAMES) names.set(text, `register-${names.size}`);
		return names.get(text);
	};
	const query = async (text: string, parameters: readonly unknown[]) => {
		const name = nameOf(text);
		try {
			return await client.query({ name, text, values: parameters.map(storable) });
		} catch (error) {
			throw explainPostgres(error, server);
		}
	};
	return { query, release: () => client.release() } as unknown as PostgresPoolClient;
}

/** PostgreSQL keeps no NUL characters in text, and mails may have them. */
const storable = (value: unknown): unknown =>
	typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
