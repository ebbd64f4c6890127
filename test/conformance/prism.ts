import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';

type Logger = Parameters<typeof createServer>[1]['components']['logger'];

const quiet = () => {};
const silent = {
	...{ trace: quiet, debug: quiet, info: quiet, success: quiet, warn: quiet, error: quiet, fatal: quiet },
	child: () => silent,
} as unknown as Logger;

export interface Prism {
	url: string;
	stop(): Promise<void>;
}

/** Starts a server that holds every request against the OpenAPI file with this name in the folder. */
export async function startPrism(folder: string, name: RegExp): Promise<Prism> {
	const file = readdirSync(folder).find((one) => name.test(one));
	if (!file) throw new Error(`No file like ${name} in ${folder}`);
	const server = createServer(await getHttpOperationsFromSpec(join(folder, file)), {
		components: { logger: silent },
		cors: false,
		config: {
			mock: { dynamic: false },
			isProxy: false,
			validateRequest: true,
			// Its own examples do not all fit the schema, and they are not what is under test.
			validateResponse: false,
			checkSecurity: true,
			errors: false,
			upstreamProxy: undefined,
		},
	});
	return { url: await server.listen(0, '127.0.0.1'), stop: async () => await server.close() };
}
