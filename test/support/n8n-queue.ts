import { join } from 'node:path';
import getPort from 'get-port';
import { n8nProcess, type N8nProcess } from './n8n-process';
import { startN8n, type N8nOptions, type N8nServer } from './n8n-server';
import { installPackage } from './package-install';
import type { QueueServices } from './queue-services';

/** The settings that put n8n in queue mode; every process has the same. */
const queueSettings = ({ postgres, lines, database }: QueueServices): NodeJS.ProcessEnv => ({
	EXECUTIONS_MODE: 'queue',
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: lines.postgres.host,
	DB_POSTGRESDB_PORT: String(lines.postgres.port),
	DB_POSTGRESDB_DATABASE: database,
	DB_POSTGRESDB_USER: postgres.user,
	DB_POSTGRESDB_PASSWORD: postgres.password,
	QUEUE_BULL_REDIS_HOST: lines.redis.host,
	QUEUE_BULL_REDIS_PORT: String(lines.redis.port),
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	// Webhooks come in at the webhook processor only.
	N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
});

/** n8n in queue mode. */
export interface N8nQueue {
	/** The main process: the editor, the schedules and the polling. */
	main: N8nServer;
	workers: N8nProcess[];
	/** Takes webhooks in, at an address of its own. */
	webhooks: N8nProcess & { url: string };
	stop(): Promise<void>;
}

/** Each process in a folder of its own, as on a machine of its own, with this package installed. */
export async function startN8nQueue(
	options: N8nOptions & { workers: number; services: QueueServices },
): Promise<N8nQueue> {
	const main = await startN8n({
		...options,
		settings: { ...options.settings, ...queueSettings(options.services) },
	});
	const folder = (name: string) => `${options.userFolder}-${name}`;
	const workers: N8nProcess[] = [];
	for (let number = 1; number <= options.workers; number++) {
		options.log?.(`Worker ${number} starten`);
		workers.push(await startWorker(main.env, folder(`worker-${number}`)));
	}
	const webhooks = await startWebhookProcessor(main.env, folder('webhooks'));
	return {
		main,
		workers,
		webhooks,
		stop: async () => {
			await Promise.all([main, ...workers, webhooks].map(async (process) => await process.stop()));
		},
	};
}

async function startWorker(env: NodeJS.ProcessEnv, userFolder: string): Promise<N8nProcess> {
	const port = String(await getPort({ host: '127.0.0.1' }));
	return await startBeside('worker', userFolder, port, {
		...env,
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: port,
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	});
}

async function startWebhookProcessor(
	env: NodeJS.ProcessEnv,
	userFolder: string,
): Promise<N8nProcess & { url: string }> {
	const port = String(await getPort({ host: '127.0.0.1' }));
	const webhooks = await startBeside('webhook', userFolder, port, { ...env, N8N_PORT: port });
	return Object.assign(webhooks, { url: `http://127.0.0.1:${port}` });
}

async function startBeside(
	command: 'worker' | 'webhook',
	userFolder: string,
	port: string,
	env: NodeJS.ProcessEnv,
): Promise<N8nProcess> {
	installPackage(userFolder);
	const beside = n8nProcess({
		command,
		env: {
			...env,
			HOME: userFolder,
			N8N_USER_FOLDER: userFolder,
			N8N_RUNNERS_BROKER_PORT: String(await getPort({ host: '127.0.0.1' })),
		},
		logFile: join(userFolder, 'n8n.log'),
		url: `http://127.0.0.1:${port}`,
	});
	await beside.launch();
	return beside;
}
