import type { FastifyInstance } from 'fastify';
import { z } from 'zod/v4';
import { CardStore } from './cards';
import { refuse } from './errors';
import { fiql } from './fiql';
import { sendPage } from './paging';
import { bodyOf, byId, queryOf, whole, words } from './read';
import type { IncidentStore } from './store';

export interface Mail extends Record<string, unknown> {
	from: string;
	to: string;
	subject: string;
	body: string;
}

/** What the newer services of TOPdesk, under /services, have taken in. */
export interface Taken {
	mails: Mail[];
	webhooks: Array<{ name: string; body: unknown }>;
}

const list = z.string().regex(/^[^@,\s]+@[^@,\s]+(,[^@,\s]+@[^@,\s]+)*$/);
const mailSchema = z.strictObject({
	...{ from: z.email(), to: list, subject: z.string(), body: z.string(), isHtmlBody: z.boolean().optional() },
	...{ cc: list.optional(), bcc: list.optional(), replyTo: z.email().optional() },
});
const contentSchema = z.strictObject({
	...{ title: z.string(), content: z.string().optional(), description: z.string().optional() },
	...{ keywords: z.string().optional(), commentsForOperators: z.string().optional() },
});

/** The knowledge base, e-mail, inbound webhooks and the feed for reports. */
export function addServices(
	server: FastifyInstance,
	{ incidents, taken, now }: { incidents: IncidentStore; taken: Taken; now: () => Date },
): void {
	server.post('/email-v1/api/send', async (request, reply) => {
		taken.mails.push(bodyOf(request, mailSchema));
		return reply.code(202).send();
	});
	server.post('/action-v1/api/webhooks/:name', async (request, reply) => {
		const { name } = request.params as { name: string };
		if (!/^[a-z0-9-_]{1,50}$/.test(name)) throw refuse(400, 'The name of the webhook is not right');
		taken.webhooks.push({ name, body: request.body });
		return reply.code(202).send();
	});
	server.get('/reporting/v2/odata/:entity/', async (request, reply) => {
		const { entity } = request.params as { entity: string };
		if (entity !== 'Incidents') throw refuse(404, `There is no ${entity}`);
		const shape = { $select: words, $filter: words, $orderby: words, $top: whole(1), $skip: whole(0) };
		const { $select, $top = 1000, $skip = 0 } = queryOf(request, shape);
		const rows = incidents.all();
		const size = Math.min($top, 2);
		const value = rows.slice($skip, $skip + size).map((row) => {
			const wanted = $select?.split(',');
			return Object.fromEntries(Object.entries(row).filter(([name]) => !wanted || wanted.includes(name)));
		});
		const next = new URL(request.url, 'https://elsewhere.example');
		next.searchParams.set('$skip', String($skip + size));
		const more = $skip + size < rows.length;
		return reply.send({ value, ...(more && { '@odata.nextLink': next.toString() }) });
	});
	addKnowledgeBase(server, now);
}

function addKnowledgeBase(server: FastifyInstance, now: () => Date): void {
	const path = '/knowledge-base-v1/knowledgeItems';
	const store = new CardStore('knowledgeItem', 'KI ', now);
	const properties = {
		status: byId.nullish(),
		manager: byId.nullish(),
		visibility: z.looseObject({}).optional(),
	};
	server.get(path, async (request, reply) => {
		const shape = { start: whole(0), page_size: whole(1, 100), fields: words, query: words, language: words };
		const { start = 0, page_size: size = 100, query } = queryOf(request, shape);
		const found = store.cards.filter(query ? fiql(query) : () => true);
		if (found.length === 0) return reply.send({ item: [] });
		return sendPage(
			request,
			reply,
			found,
			{ startName: 'start', start, size },
			{
				...{ wrap: (item) => ({ item }), type: 'application/json' },
			},
		);
	});
	server.get(`${path}/:key`, async (request) => {
		queryOf(request, { fields: words, language: words });
		return store.find(request, 'either');
	});
	server.post(path, async (request, reply) => {
		const schema = z.strictObject({
			...{ ...properties, parent: byId },
			translation: z.strictObject({ language: z.string().min(2), content: contentSchema }),
		});
		return reply.code(201).send(store.add(bodyOf(request, schema)));
	});
	server.patch(`${path}/:key`, async (request, reply) => {
		Object.assign(store.find(request, 'either'), bodyOf(request, z.strictObject(properties)));
		return reply.code(204).send();
	});
	server.patch(`${path}/:key/translations/:language`, async (request, reply) => {
		const card = store.find(request, 'either') as unknown as {
			translation: { language: string; content: object };
		};
		const { language } = request.params as { language: string };
		if (card.translation.language !== language) throw refuse(404, 'There is no text in this language');
		Object.assign(card.translation.content, bodyOf(request, contentSchema.partial()));
		return reply.code(204).send();
	});
}
