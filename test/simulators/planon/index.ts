import fastify, { type FastifyRequest } from 'fastify';
import { addMisbehaviour, type MisbehaviourRule } from '../misbehaviour';
import { PlanonRefusal } from './errors';
import { propertiesAt } from './json-with-duplicates';
import { DEFAULT_DEFINITIONS, PlanonStore, type Definition, type PlanonRecord } from './store';

export interface PlanonSimulatorOptions {
	/** A free port when left out. */
	port?: number;
	accessKey?: string;
	definitions?: Record<string, Definition>;
	/** The clock that dates come from. */
	now?: () => Date;
}

export interface PlanonSimulator {
	/** The address to fill in as the credential's base URL. */
	url: string;
	accessKey: string;
	/** A copy of every record of a definition, in the order they were made. */
	records(definition: string): PlanonRecord[];
	/** Every request that came in, by its path behind the version, as `read/UsrRequest`. */
	requests(): string[];
	misbehave(rule: MisbehaviourRule): void;
	stop(): Promise<void>;
}

const BASE = '/sdk/system/rest/v2';

interface Call {
	definition: string;
	/** The method of `execute`, the state of `changeState`. */
	name?: string;
}

/** Starts a Planon that keeps records in memory and answers as its generic REST API does. */
export async function startPlanonSimulator(options: PlanonSimulatorOptions = {}): Promise<PlanonSimulator> {
	const { port = 0, accessKey = 'sleutel-van-de-test', definitions = DEFAULT_DEFINITIONS } = options;
	const server = fastify({ forceCloseConnections: true });
	const store = new PlanonStore(definitions, options.now ?? (() => new Date()));
	const log: string[] = [];

	server.addHook('onRequest', async (request) => {
		log.push(request.url.replace(`${BASE}/`, ''));
	});
	const misbehave = addMisbehaviour(server);
	server.addHook('onRequest', async (request, reply) => {
		if (request.headers.authorization !== `PLANONKEY accesskey=${accessKey}`) {
			await reply.code(401).send({ uuid: 'a7c4', message: 'Access key is invalid or expired' });
		}
	});
	// As text: a filter may have the same name twice, which JSON.parse would lose.
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
		done(null, text);
	});
	server.setErrorHandler(async (error, _request, reply) => {
		if (error instanceof PlanonRefusal) return await reply.code(error.status).send(error.body);
		const { message } = error as Error;
		return await reply.code(400).send({ uuid: 'b1d0', message });
	});
	server.setNotFoundHandler(async (_request, reply) => await reply.code(404).send());

	const matching = (request: FastifyRequest): PlanonRecord[] => {
		const { definition } = request.params as Call;
		return store.find(definition, propertiesAt(request.body as string, 'filter') ?? []);
	};

	server.post(`${BASE}/read/:definition`, async (request) => ({ records: matching(request) }));

	server.post(`${BASE}/execute/:definition/:name`, async (request, reply) => {
		const { definition, name } = request.params as Call;
		const body = JSON.parse(request.body as string) as {
			values?: PlanonRecord;
			answers?: { warnings?: Array<{ code: string }> };
		};
		if (name === 'BomAdd') {
			const { warning } = store.definition(definition);
			const answered = body.answers?.warnings?.some(({ code }) => code === warning?.code);
			if (warning && !answered) return { warnings: [warning], confirmations: null, errors: null };
			return await reply.code(201).send({ records: [store.add(definition, body.values ?? {})] });
		}
		const found = matching(request);
		if (found.length > 1) {
			throw new PlanonRefusal(422, {
				uuid: 'c3f9',
				message: "Execute on multiple BO's not implemented",
			});
		}
		for (const record of found) {
			if (name === 'BomSave') store.change(definition, record, body.values ?? {});
			else if (name === 'BomDelete') store.remove(definition, record);
			else throw unknownMethod(definition, name!);
		}
		return { records: found };
	});

	server.post(`${BASE}/changeState/:definition/:name`, async (request) => {
		const { definition, name } = request.params as Call;
		const found = matching(request);
		for (const record of found) store.setState(definition, record, name!);
		return { records: found };
	});

	const url = await server.listen({ port, host: '127.0.0.1' });
	return {
		url,
		accessKey,
		records: (definition) => store.records(definition),
		requests: () => [...log],
		misbehave,
		stop: async () => await server.close(),
	};
}

const unknownMethod = (definition: string, method: string) =>
	new PlanonRefusal(422, {
		errors: [{ code: 'PN_M00001', description: `${definition} has no method ${method}` }],
	});
