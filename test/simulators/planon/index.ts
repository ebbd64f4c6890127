import fastify, { type FastifyRequest } from 'fastify';
import { addMisbehaviour, type MisbehaviourRule } from '../misbehaviour';
import { addAccess, TOKEN_PATH } from './access';
import { addBatch, IN_BATCH } from './batch';
import { PlanonRefusal } from './errors';
import { addFiles, type StoredFile } from './files';
import { writeJson } from './json';
import { openApiDocument } from './openapi';
import { addRecords } from './records';
import { DEFAULT_DEFINITIONS, PlanonStore, type Definition, type PlanonRecord } from './store';

export interface PlanonSimulatorOptions {
	/** A free port when left out. */
	port?: number;
	accessKey?: string;
	/** Where the API is; each tenant has its own. */
	basePath?: string;
	definitions?: Record<string, Definition>;
	/** The clock that dates come from. */
	now?: () => Date;
	/** Of the first record; 1 when left out. */
	firstSyscode?: bigint;
	/** Answers of read are cut off, in silence, after so many records. */
	cutOffAfter?: number;
	/** Whether there are OpenAPI documents; there are when left out. */
	openApi?: boolean;
	/** Refuses everything for want of a licence. */
	withoutLicence?: boolean;
}

export interface PlanonSimulator {
	/** The address to fill in as the credential's base URL. */
	url: string;
	accessKey: string;
	/** For OIDC client credentials. */
	client: { id: string; secret: string; tokenUrl: string };
	/** How many tokens were given out. */
	tokens(): number;
	/** Every token stops working, before its time. */
	expireTokens(): void;
	expireKey(): void;
	/** A copy of every record of a definition, in the order they were made. */
	records(definition: string): PlanonRecord[];
	/** Adds a record, past the API. */
	add(definition: string, values: PlanonRecord): PlanonRecord;
	/** Every file that was uploaded, by its key. */
	files(): Map<string, StoredFile>;
	/** Every request that came in, by its path behind the version, as `read/UsrRequest`; not those inside a batch. */
	requests(): string[];
	misbehave(rule: MisbehaviourRule): void;
	stop(): Promise<void>;
}

const CLIENT = { id: 'regie', secret: 'geheim-van-de-test' };

/** Starts a Planon that keeps records in memory and answers as its generic REST API does. */
export async function startPlanonSimulator(options: PlanonSimulatorOptions = {}): Promise<PlanonSimulator> {
	const { port = 0, accessKey = 'sleutel-van-de-test', basePath = '/sdk/system/rest/v2' } = options;
	const server = fastify({ forceCloseConnections: true });
	const now = options.now ?? (() => new Date());
	const store = new PlanonStore(options.definitions ?? DEFAULT_DEFINITIONS, now, options.firstSyscode ?? 1n);
	const log: string[] = [];

	server.addHook('onRequest', async (request) => {
		if (!isInBatch(request)) log.push(request.url.replace(`${basePath}/`, ''));
	});
	const misbehave = addMisbehaviour(server);
	// As text: a filter may have the same name twice, which JSON.parse would lose.
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
		done(null, text);
	});
	const access = addAccess(server, { accessKey, client: CLIENT });
	server.addHook('onRequest', async (request, reply) => {
		if (request.url === TOKEN_PATH) return;
		const message = access.refusal(request);
		if (message) await reply.code(401).send({ uuid: 'a7c4', message });
		else if (options.withoutLicence) {
			await reply.code(403).send({ uuid: 'f0f0', message: 'No licence for Planon Connect' });
		}
	});
	server.setReplySerializer(writeJson);
	server.setErrorHandler(async (error, _request, reply) => {
		if (error instanceof PlanonRefusal) return await reply.code(error.status).send(error.body);
		const { message } = error as Error;
		return await reply.code(400).send({ uuid: 'b1d0', message });
	});
	server.setNotFoundHandler(async (_request, reply) => await reply.code(404).send());

	addRecords(server, basePath, store, options.cutOffAfter ?? Infinity);
	addBatch(server, basePath);
	const files = addFiles(server, basePath);
	if (options.openApi !== false) {
		server.post(`${basePath}/openapi/:definition`, async (request) => {
			const { definition } = request.params as { definition: string };
			return openApiDocument(definition, store.definition(definition), basePath);
		});
	}

	const url = await server.listen({ port, host: '127.0.0.1' });
	return {
		url,
		accessKey,
		client: { ...CLIENT, tokenUrl: `${url}${TOKEN_PATH}` },
		tokens: () => access.tokens,
		expireTokens: () => access.expireTokens(),
		expireKey: () => access.expireKey(),
		records: (definition) => store.records(definition),
		add: (definition, values) => store.add(definition, values),
		files: () => files,
		requests: () => [...log],
		misbehave,
		stop: async () => await server.close(),
	};
}

const isInBatch = (request: FastifyRequest) => request.headers[IN_BATCH] !== undefined;
