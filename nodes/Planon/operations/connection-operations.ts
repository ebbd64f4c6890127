import { checkConnection } from '../access/check';
import type { Operation } from './operation';

export const CONNECTION_OPERATIONS: Record<string, Operation> = {
	async check({ client, settings, expiry }) {
		return [{ json: await checkConnection(client, settings, expiry) }];
	},
};
