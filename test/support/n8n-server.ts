import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hash } from 'bcryptjs';
import getPort from 'get-port';
import { eventually } from './eventually';
import { N8nApi } from './n8n-api';
import { installPackage } from './package-install';
import { runtime } from './runtime';
import type { ImportedCredential } from './credentials';

export interface N8nOptions {
	/** A folder of its own; `.n8n` is made in it. */
	userFolder: string;
	credentials: Record<string, ImportedCredential>;
	/** Folder with exported workflows. */
	workflowsDir: string;
	/** Ids of the workflows to publish. */
	publish: string[];
	/** Used when it is free; any free port otherwise. */
	preferredPort?: number;
	/** Environment besides the usual. */
	env?: NodeJS.ProcessEnv;
	log?: (line: string) => void;
}

/** A real n8n, on SQLite, with this package installed as a community package. */
export interface N8nServer {
	url: string;
	email: string;
	password: string;
	readonly pid: number;
	api: N8nApi;
	/** What it printed so far. */
	output(): string;
	kill(signal: NodeJS.Signals): Promise<void>;
	/** Starts it again, in the same folder and on the same port. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

const EMAIL = 'beheer@dienstencentrum.example';
const PASSWORD = 'Regie-op-maandag-1';
const START_WITHIN_MS = 120_000;
const execute = promisify(execFile);

export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	const log = options.log ?? (() => undefined);
	mkdirSync(options.userFolder, { recursive: true });
	log('Pakket installeren in n8n');
	installPackage(options.userFolder);

	const host = '127.0.0.1';
	const port = await getPort({ host, port: options.preferredPort });
	const brokerPort = await getPort({ host });
	const env = { ...(await environment(options.userFolder, port, brokerPort)), ...options.env };
	log('Inloggegevens en workflows importeren');
	await importAll(options, env);

	const url = `http://127.0.0.1:${port}`;
	const logFile = join(options.userFolder, 'n8n.log');
	const api = new N8nApi(url, EMAIL, PASSWORD);
	let child: ChildProcess;
	const launch = async () => {
		log('n8n starten');
		child = start(env, logFile);
		await eventually(async () => child.exitCode !== null || (await api.isReady()), {
			withinMs: START_WITHIN_MS,
			everyMs: 200,
			otherwise: `n8n did not start. The end of its log:\n${readFileSync(logFile, 'utf8').slice(-2000)}`,
		});
		if (child.exitCode !== null)
			throw new Error(`n8n ended at its start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
		await api.login();
	};
	await launch();
	const kill = async (signal: NodeJS.Signals) => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await ended;
	};
	return {
		url,
		email: EMAIL,
		password: PASSWORD,
		get pid() {
			return child.pid!;
		},
		api,
		output: () => readFileSync(logFile, 'utf8'),
		kill,
		restart: async () => {
			await kill('SIGKILL');
			await launch();
		},
		stop: async () => {
			const impatient = setTimeout(() => child.kill('SIGKILL'), 15_000);
			await kill('SIGTERM');
			clearTimeout(impatient);
		},
	};
}

async function environment(userFolder: string, port: number, brokerPort: number): Promise<NodeJS.ProcessEnv> {
	const { folder } = runtime();
	return {
		PATH: `${folder}/node_modules/.bin:${process.env.PATH}`,
		HOME: userFolder,
		TZ: 'Europe/Amsterdam',
		GENERIC_TIMEZONE: 'Europe/Amsterdam',
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: 'only-for-tests-and-the-demo',
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: EMAIL,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Functioneel',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Beheer',
		N8N_INSTANCE_OWNER_PASSWORD_HASH: await hash(PASSWORD, 10),
		// The editor is opened over plain http on this machine only.
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry,instance-ai',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_LOG_LEVEL: process.env.N8N_LOG_LEVEL ?? 'info',
	};
}

/** Over the command line, before the first start: then everything is live from its first minute. */
async function importAll(options: N8nOptions, env: NodeJS.ProcessEnv): Promise<void> {
	const { node, n8n } = runtime();
	const cli = async (...args: string[]) =>
		await execute(node, [n8n, ...args], { env, maxBuffer: 64 * 1024 * 1024 });
	const file = join(options.userFolder, 'credentials.json');
	writeFileSync(file, JSON.stringify(Object.values(options.credentials)), { mode: 0o600 });
	await cli('import:credentials', `--input=${file}`);
	rmSync(file);
	await cli('import:workflow', '--separate', `--input=${options.workflowsDir}`);
	for (const id of options.publish) await cli('publish:workflow', `--id=${id}`);
}

function start(env: NodeJS.ProcessEnv, logFile: string): ChildProcess {
	const { node, n8n } = runtime();
	const log = openSync(logFile, 'a');
	const child = spawn(node, [n8n, 'start'], { env, stdio: ['ignore', log, log] });
	const endWithUs = () => child.kill('SIGKILL');
	process.once('exit', endWithUs);
	child.once('exit', () => process.removeListener('exit', endWithUs));
	return child;
}
