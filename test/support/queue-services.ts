import type { RegisterSettings } from '../../nodes/shared/storage/settings';
import { startPostgres, type PostgresForTests } from './postgres';
import { startRedis, type Redis } from './redis';

/** What n8n needs beside itself in queue mode, and the register of its workers. */
export interface QueueServices {
	postgres: PostgresForTests;
	redis: Redis;
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
	return {
		postgres,
		redis,
		database: 'n8n',
		register: await postgres.newDatabase(),
		async stop() {
			await Promise.all([postgres.stop(), redis.stop()]);
		},
	};
}
