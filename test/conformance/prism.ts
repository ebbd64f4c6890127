import { readdirSync, readFileSync } from 'node:fs';
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
	const server = createServer(await getHttpOperationsFromSpec(readSpecification(join(folder, file))), {
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

/**
 * The published files are not whole: they refer to bodies and answers that they do not contain. Nor
 * are they right everywhere: the value of a step in a JSON Patch is an object by its schema and a text
 * in its own example, and the number of an incident is a UUID in some paths.
 */
function readSpecification(file: string): object {
	const whole = JSON.parse(readFileSync(file, 'utf8')) as object;
	const exists = (pointer: string): boolean => {
		const steps = pointer.slice(2).split('/');
		return steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], whole) !== undefined;
	};
	return JSON.parse(JSON.stringify(whole), (_key, value: unknown) => {
		const {
			$ref: reference,
			op,
			path,
			value: patched,
			in: place,
			name,
		} = (value ?? {}) as Record<string, unknown>;
		if (op && path && patched) return { ...(value as object), value: {} };
		if (place === 'path' && name === 'number') return { ...(value as object), schema: { type: 'string' } };
		if (typeof reference !== 'string' || !reference.startsWith('#/') || exists(reference)) return value;
		const description = 'Not in the published file';
		return reference.includes('/requestBodies/')
			? { description, content: { '*/*': { schema: {} } } }
			: { description };
	}) as object;
}
