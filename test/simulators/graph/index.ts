import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import { addMisbehaviour, type MisbehaviourRule } from '../misbehaviour';
import { addDeltaRoutes } from './delta-routes';
import { addFolderRoutes } from './folder-routes';
import { addMessageRoutes } from './message-routes';
import { Refusal } from './refusal';
import { GraphStore } from './store';

export interface GraphSimulator {
	/** Graph's address, `.../v1.0`. */
	baseUrl: string;
	/** Where an app gets its access token. */
	tokenUrl: string;
	clientId: string;
	clientSecret: string;
	mailbox: string;
	store: GraphStore;
	/** A token as an app would get it. */
	token(): string;
	/** Ends every access token that was given out. */
	endTokens(): void;
	/** Forgets how far every delta query is: the next one gets 410 with this code. */
	expireDelta(code?: 'syncStateNotFound' | 'resyncRequired'): void;
	/** Lets the links in delta answers lead to another address. */
	linkTo(base: string | undefined): void;
	/** Mails that were sent, as MIME. */
	sent: Buffer[];
	/** Every request that came in, as `GET /mailFolders/inbox`. */
	requests(): string[];
	/** How many requests were in hand at the same time, at most. */
	busiest(): number;
	misbehave(rule: MisbehaviourRule): void;
	stop(): Promise<void>;
}

/** https://learn.microsoft.com/graph/outlook-large-attachments */
const MOST_REQUEST_BYTES = 4_000_000;

/** Exchange Online takes no more at the same time, per app and mailbox. */
const MAX_CONCURRENT = 4;

/** Starts the part of Microsoft Graph that mail goes through, for one mailbox, with mails in memory. */
export async function startGraphSimulator(): Promise<GraphSimulator> {
	const mailbox = 'dienstencentrum@ministerie.example';
	const clientId = 'app-van-regie';
	const clientSecret = 'geheim-van-app';
	const server = fastify({
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 500 },
		bodyLimit: MOST_REQUEST_BYTES,
	});
	const store = new GraphStore();
	const sent: Buffer[] = [];
	const log: string[] = [];
	const tokens = new Set<string>();
	const token = (): string => {
		const made = randomUUID();
		tokens.add(made);
		return made;
	};

	let busy = 0;
	let busiest = 0;
	server.addHook('onRequest', async (_request, reply) => {
		busy += 1;
		busiest = Math.max(busiest, busy);
		reply.raw.once('close', () => (busy -= 1));
	});
	const misbehave = addMisbehaviour(server);
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
		done(null, text === '' ? {} : JSON.parse(text as string));
	});
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
	server.setErrorHandler(async (error, _request, reply) => {
		if (error instanceof Refusal) return await reply.code(error.status).send(error.body);
		if ((error as { statusCode?: number }).statusCode === 413) {
			const large = { code: 'RequestEntityTooLarge', message: 'The request is too large.' };
			return await reply.code(413).send({ error: large });
		}
		return await reply.code(500).send({ error: { code: 'generalException', message: String(error) } });
	});

	server.post<{ Body: string }>('/tenant/oauth2/v2.0/token', async ({ body }, reply) => {
		const asked = new URLSearchParams(body);
		if (asked.get('client_id') !== clientId || asked.get('client_secret') !== clientSecret) {
			const description = 'AADSTS7000215: Invalid client secret provided.';
			return await reply.code(401).send({ error: 'invalid_client', error_description: description });
		}
		return { token_type: 'Bearer', expires_in: 3599, access_token: token() };
	});

	let address = '';
	let linkBase: string | undefined;
	let expireTokens: (code: string) => void = () => undefined;
	await server.register(
		async (api) => {
			api.addHook('onRequest', async (request) => {
				const bearer = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
				log.push(
					`${request.method} ${decodeURIComponent(request.url.split('?')[0]!).split('/').slice(4).join('/')}`,
				);
				if (!tokens.has(bearer)) {
					throw new Refusal(
						401,
						'InvalidAuthenticationToken',
						'Access token has expired or is not yet valid.',
					);
				}
				if ((request.params as { user: string }).user !== mailbox) {
					throw new Refusal(404, 'ErrorInvalidUser', 'The requested user is invalid.');
				}
				if (busy > MAX_CONCURRENT) {
					throw new Refusal(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.');
				}
			});
			addFolderRoutes(api, store);
			addMessageRoutes(api, store, sent);
			({ expireTokens } = addDeltaRoutes(api, store, () => linkBase ?? `${address}/v1.0/users/${mailbox}`));
		},
		{ prefix: '/v1.0/users/:user' },
	);
	address = await server.listen({ port: 0, host: '127.0.0.1' });

	return {
		baseUrl: `${address}/v1.0`,
		tokenUrl: `${address}/tenant/oauth2/v2.0/token`,
		clientId,
		clientSecret,
		mailbox,
		store,
		token,
		endTokens: () => tokens.clear(),
		expireDelta: (code = 'syncStateNotFound') => expireTokens(code),
		linkTo: (base) => void (linkBase = base),
		sent,
		requests: () => [...log],
		busiest: () => busiest,
		misbehave,
		stop: async () => await server.close(),
	};
}
