import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	copyFileSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { Client } from 'pg';
import type { RegisterSettings } from '../../nodes/shared/storage/settings';

/** A real PostgreSQL with data of its own, that only this test (or bench) uses. */
export interface PostgresForTests {
	host: '127.0.0.1';
	port: number;
	user: string;
	password: string;
	pid: number;
	version: string;
	/** Makes an empty database; gives the settings of a register in it. */
	newDatabase(): Promise<RegisterSettings>;
	/** Runs SQL as the user that owns everything. */
	run(sql: string, database?: string): Promise<Record<string, unknown>[]>;
	/** Ends the server and removes its data. */
	stop(): Promise<void>;
}

export interface PostgresOptions {
	/** Settings of the server, as in postgresql.conf. */
	settings?: Record<string, string>;
	/** PEM files; the server then offers SSL. */
	certificate?: { cert: string; key: string };
}

/** Where Debian keeps the programs of each version. */
const DEBIAN = '/usr/lib/postgresql';
const USER = 'regie';
const PASSWORD = 'geheim-register';
/** PostgreSQL refuses to run as root; this user is on every Linux. */
const NOBODY = 65534;
const START_TIMEOUT_MS = 15_000;

function programFolder(): string {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number).filter(Boolean) : [];
	const folder = join(DEBIAN, String(Math.max(...versions)), 'bin');
	if (!existsSync(join(folder, 'postgres')))
		throw new Error(`PostgreSQL is not in ${DEBIAN}. Install it with: apt-get install postgresql`);
	return folder;
}

const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/**
 * Starts a PostgreSQL on a free port. Its text is sorted as Dutch is, as on a server that an administrator set
 * up: nothing may rest on the order of bytes.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresForTests> {
	const programs = programFolder();
	const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
	const data = join(folder, 'data');
	try {
		makeCluster(programs, folder, data, options);
		const { server, port } = await launch(programs, data);
		const killOnExit = () => server.kill('SIGKILL');
		process.once('exit', killOnExit);
		const on = { host: '127.0.0.1' as const, port, user: USER, password: PASSWORD };
		const run = async (sql: string, database = 'postgres') => {
			const client = new Client({ ...on, database });
			await client.connect();
			try {
				return (await client.query<Record<string, unknown>>(sql)).rows;
			} finally {
				await client.end();
			}
		};
		let databases = 0;
		return {
			...on,
			pid: server.pid!,
			version: String((await run('show server_version'))[0]!.server_version).split(' ')[0]!,
			run,
			async newDatabase() {
				const databaseName = `register_${++databases}`;
				await run(`create database ${databaseName}`);
				return { database: 'postgres', ...on, databaseName, ssl: false };
			},
			async stop() {
				process.removeListener('exit', killOnExit);
				await stopped(server);
				rmSync(folder, { recursive: true, force: true });
			},
		};
	} catch (error) {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
}

function makeCluster(
	programs: string,
	folder: string,
	data: string,
	{ settings, certificate }: PostgresOptions,
): void {
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, PASSWORD);
	chmodSync(folder, 0o755);
	if (asNobody.uid) for (const path of [folder, passwordFile]) chownSync(path, NOBODY, NOBODY);
	const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=nl'];
	const access = [`--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
	execFileSync(join(programs, 'initdb'), ['-D', data, '--no-sync', ...locale, ...access], {
		...asNobody,
		stdio: 'pipe',
	});
	if (certificate) {
		for (const [from, to] of [
			[certificate.cert, 'server.crt'],
			[certificate.key, 'server.key'],
		] as const) {
			copyFileSync(from, join(data, to));
			chmodSync(join(data, to), 0o600);
			if (asNobody.uid) chownSync(join(data, to), NOBODY, NOBODY);
		}
	}
	const lines = Object.entries({
		listen_addresses: '127.0.0.1',
		unix_socket_directories: '',
		fsync: 'off',
		ssl: certificate ? 'on' : 'off',
		...settings,
	}).map(([name, value]) => `${name} = '${value}'\n`);
	writeFileSync(join(data, 'postgresql.auto.conf'), lines.join(''));
}

/** Starts the server on a free port; another program may take the port first, so it tries three. */
async function launch(programs: string, data: string): Promise<{ server: ChildProcess; port: number }> {
	for (let attempt = 1; ; attempt++) {
		const port = await getPort({ host: '127.0.0.1' });
		const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port)], {
			...asNobody,
			cwd: data,
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		let said = '';
		server.stderr.on('data', (text) => (said += String(text)));
		try {
			await answering(server, port);
			server.stderr.removeAllListeners('data').resume();
			return { server, port };
		} catch (error) {
			await stopped(server);
			if (attempt === 3) throw new Error(`PostgreSQL did not start: ${said}`, { cause: error });
		}
	}
}

async function answering(server: ChildProcess, port: number): Promise<void> {
	const deadline = Date.now() + START_TIMEOUT_MS;
	while (server.exitCode === null && server.signalCode === null) {
		const client = new Client({
			host: '127.0.0.1',
			port,
			user: USER,
			password: PASSWORD,
			database: 'postgres',
		});
		// A server that goes down meanwhile says so; it is tried again.
		client.on('error', () => undefined);
		const connected = await client.connect().then(
			() => true,
			() => false,
		);
		await client.end().catch(() => undefined);
		if (connected) return;
		if (Date.now() > deadline) throw new Error('no answer in time');
		await sleep(50);
	}
	throw new Error(`it ended with code ${server.exitCode}`);
}

/** SIGINT is its fast shutdown: it breaks off the connections that are there. */
async function stopped(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const ended = new Promise((resolve) => server.once('exit', resolve));
	server.kill('SIGINT');
	await ended;
}
