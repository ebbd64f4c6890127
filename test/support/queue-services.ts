import type { RegisterSettings } from '../../nodes/shared/storage/settings';
import { startPostgres, type PostgresForTests } from './postgres';
import { startRedis, type Redis } from './redis';
import { startTcpProxy, type TcpProxy } from './tcp-proxy';

/** What n8n needs beside itself in queue mode, and the register of its workers. */
export interface QueueServices {
	postgres: PostgresForTests;
	redis: Redis;
	/** By which n8n and the register reach PostgreSQL and n8n reaches Redis: they can be cut. */
	lines: { postgres: TcpProxy; redis: TcpProxy };
	/** Name of n8n's own database. */
	database: string;
	/** A register in a database of its own. */
	register: RegisterSettings;
	stop(): Promise<void>;
}

export async function startQueueServices(): Promise<QueueServices> {
	// Main, workers and webhook processor each keep a pool of connections of their own.
	const [postgres, redis] = await Promise.all([
		startPostgres({ settings: { max_connections: '200' } }),
		startRedis(),
	]);
	await postgres.run('create database n8n');
	const lines = { postgres: await startTcpProxy(postgres), redis: await startTcpProxy(redis) };
	return {
		postgres,
		redis,
		lines,
		database: 'n8n',
		register: { ...(await postgres.newDatabase()), port: lines.postgres.port },
		async stop() {
			await Promise.all([lines.postgres, lines.redis].map((line) => line.stop()));
			await Promise.all([postgres, redis].map((server) => server.stop()));
		},
	};
}
