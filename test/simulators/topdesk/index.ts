import fastify from 'fastify';
import { Refusal, refuse } from './errors';
import { addAssetsAndServices } from './assets-and-services';
import { addChanges, CardStore } from './cards';
import { planChange, type PlannedChange } from './change-calendar';
import { addIncidentRoutes } from './incidents';
import { addListRoutes } from './list-routes';
import { createLists, type ListOptions } from './lists';
import { Doorkeeper } from './login';
import { addOperationalActivities } from './operational-activities';
import { addServices, type Mail, type Taken } from './services';
import { addSupportingFiles } from './supporting-files';
import { acceptForms } from './upload';
import { addMisbehaviour, type MisbehaviourRule } from '../misbehaviour';
import { IncidentStore, type Incident } from './store';
import { readBody } from './validation';

export type { Incident, MisbehaviourRule };

export interface TopdeskSimulatorOptions extends ListOptions {
	/** A free port when left out. */
	port?: number;
	/** The operator's login name; `regie` when left out. */
	user?: string;
	/** The operator's application password; `geheim-topdesk` when left out. */
	password?: string;
	/** Whether the operator may use the API; true when left out. */
	apiAccess?: boolean;
	/** How many incidents there are at the start; none when left out. */
	incidents?: number;
	/** The clock that numbers and dates come from. */
	now?: () => Date;
}

export interface TopdeskSimulator {
	/** The address to fill in as the credential's base URL. */
	url: string;
	user: string;
	password: string;
	/** A copy of every incident, in the order they were made. */
	incidents(): Incident[];
	/** A copy of the mails and webhook calls that were taken in. */
	mails(): Mail[];
	webhooks(): Taken['webhooks'];
	/** Ends every session that began with a login. */
	expireTokens(): void;
	/** The caller of this incident writes something in the portal. */
	reply(number: string, text: string): void;
	/** An operator plans a change on the screen, or fills in more of the one with this number. Gives the number. */
	planChange(fields: Partial<PlannedChange>, number?: string): string;
	/** An operator reports a major incident, or changes the one with this number. Gives the number. */
	majorIncident(fields: Record<string, unknown>, number?: string): string;
	/** Every request that came in, as `POST /tas/api/incidents`. */
	requests(): string[];
	misbehave(rule: MisbehaviourRule): void;
	stop(): Promise<void>;
}

/** Starts a TOPdesk that keeps incidents in memory and answers by the rules of its published API. */
export async function startTopdeskSimulator(
	options: TopdeskSimulatorOptions = {},
): Promise<TopdeskSimulator> {
	const {
		port = 0,
		user = 'regie',
		password = 'geheim-topdesk',
		apiAccess = true,
		now = () => new Date(),
	} = options;
	const server = fastify({
		forceCloseConnections: true,
		bodyLimit: 20_000_000,
		routerOptions: { maxParamLength: 200 },
	});
	const lists = createLists(options);
	const store = new IncidentStore(now);
	const changes = new CardStore('change', 'W', now);
	for (let n = 1; n <= (options.incidents ?? 0); n++) {
		const request = `Melding ${n}: mijn laptop start niet op sinds de update van gisteravond.`;
		const category = { id: lists.category[0]!.id };
		store.create(
			readBody({ briefDescription: `Laptop start niet op (${n})`, request, category }, lists, 'create'),
		);
	}
	const log: string[] = [];
	const door = new Doorkeeper({ user, password });
	const taken: Taken = { mails: [], webhooks: [] };

	server.addHook('onRequest', async (request) => {
		log.push(`${request.method} ${decodeURIComponent(request.url.split('?')[0]!)}`);
	});
	const misbehave = addMisbehaviour(server);
	server.addHook('onRequest', async (request, reply) => {
		if (!door.admits(request.headers.authorization)) return await reply.code(401).send();
		if (!apiAccess) return await reply.code(403).send([{ message: 'No permission for the API' }]);
	});
	// TOPdesk takes JSON under any content type, and nothing at all where a body is optional.
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => {
		try {
			done(null, text === '' ? undefined : JSON.parse(text as string));
		} catch {
			done(refuse(400, 'The request body is not JSON'));
		}
	});
	acceptForms(server);
	server.setErrorHandler(async (error, _request, reply) => {
		if (error instanceof Refusal) return await reply.code(error.status).send(error.body);
		const status = (error as { statusCode?: number }).statusCode ?? 500;
		const { message } = error as Error;
		return await reply.code(status).send([{ message }]);
	});
	server.setNotFoundHandler(async () => {
		throw refuse(404, 'There is nothing at this address');
	});
	await server.register(
		async (api) => {
			api.get('/version', async () => ({ version: '4.2.6' }));
			api.get('/productVersion', async () => ({ major: 11, minor: 4, patch: 0 }));
			door.addRoutes(api);
			addListRoutes(api, lists);
			addIncidentRoutes(api, { store, lists, now });
			addSupportingFiles(api, lists);
			addChanges(api, lists, now, changes);
			addOperationalActivities(api, now);
			addAssetsAndServices(api);
		},
		{ prefix: '/tas/api' },
	);
	await server.register(async (services) => addServices(services, { incidents: store, taken, now }), {
		prefix: '/services',
	});

	const url = await server.listen({ port, host: '127.0.0.1' });
	return {
		url,
		user,
		password,
		incidents: () => store.all(),
		mails: () => structuredClone(taken.mails),
		webhooks: () => structuredClone(taken.webhooks),
		expireTokens: () => door.expireTokens(),
		reply: (number, text) => store.reply(store.find('number', number), text),
		planChange: (fields, number) => planChange(changes, fields, number),
		majorIncident: (fields, number) =>
			number
				? store.update(store.find('number', number), readBody(fields, lists, 'update')).number
				: store.create(readBody({ majorCall: true, publishToSsd: true, ...fields }, lists, 'create')).number,
		requests: () => [...log],
		misbehave,
		stop: async () => await server.close(),
	};
}
