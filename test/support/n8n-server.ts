import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hash } from 'bcryptjs';
import getPort from 'get-port';
import { N8nApi } from './n8n-api';
import { n8nProcess } from './n8n-process';
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
	/** Settings of n8n beside those that every test has. */
	settings?: NodeJS.ProcessEnv;
	log?: (line: string) => void;
}

/** A real n8n, on SQLite, with this package installed as a community package. */
export interface N8nServer {
	url: string;
	email: string;
	password: string;
	readonly pid: number;
	/** The settings that it runs with. */
	env: NodeJS.ProcessEnv;
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
const execute = promisify(execFile);

export async function startN8n(options: N8nOptions): Promise<N8nServer> {
	const log = options.log ?? (() => undefined);
	mkdirSync(options.userFolder, { recursive: true });
	log('Pakket installeren in n8n');
	installPackage(options.userFolder);

	const place = await freePlace(options.preferredPort);
	const env = { ...(await environment(options.userFolder, place)), ...options.settings };
	log('Inloggegevens en workflows importeren');
	await importAll(options, env);
	return await serve(options.userFolder, place, env, log);
}

/**
 * An n8n without this package, credentials and workflows.
 * @param path where it looks for programs, npm among them
 */
export async function startEmptyN8n(userFolder: string, path: string): Promise<N8nServer> {
	mkdirSync(userFolder, { recursive: true });
	const place = await freePlace();
	const env = { ...(await environment(userFolder, place)), PATH: path };
	return await serve(userFolder, place, env, () => undefined);
}

/** The ports of an n8n. */
interface Place {
	port: number;
	brokerPort: number;
}

async function freePlace(preferredPort?: number): Promise<Place> {
	const host = '127.0.0.1';
	return { port: await getPort({ host, port: preferredPort }), brokerPort: await getPort({ host }) };
}

async function serve(
	userFolder: string,
	{ port }: Place,
	env: NodeJS.ProcessEnv,
	log: (line: string) => void,
): Promise<N8nServer> {
	const url = `http://127.0.0.1:${port}`;
	const api = new N8nApi(url, EMAIL, PASSWORD);
	const main = n8nProcess({
		command: 'start',
		env,
		logFile: join(userFolder, 'n8n.log'),
		url,
	});
	const launch = async () => {
		log('n8n starten');
		await main.launch();
		await api.login();
	};
	await launch();
	return {
		url,
		email: EMAIL,
		password: PASSWORD,
		get pid() {
			return main.pid;
		},
		env,
		api,
		output: main.output,
		kill: main.kill,
		restart: async () => {
			await main.kill('SIGKILL');
			await launch();
		},
		stop: main.stop,
	};
}

async function environment(userFolder: string, { port, brokerPort }: Place): Promise<NodeJS.ProcessEnv> {
	const { folder } = runtime();
	return {
		PATH: `${folder}/node_modules/.bin:${process.env.PATH}`,
		HOME: userFolder,
		// Behind a proxy with a certificate of its own, npm in n8n must know it too.
		...(process.env.NODE_EXTRA_CA_CERTS && { NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS }),
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
