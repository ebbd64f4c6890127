import type { FastifyInstance } from 'fastify';
import { z } from 'zod/v4';
import { CardStore } from './cards';
import { refuse, Refusal } from './errors';
import { fiql } from './fiql';
import { onlyFields } from './paging';
import { bodyOf, byIdOrName, date, id, queryOf, whole, words } from './read';

const MERGE_PATCH = 'application/x.topdesk-merge-patch+json';
const optional = z.record(z.string(), z.unknown());
const fields = {
	...{ briefDescription: z.string().max(80), plannedStartDate: date, plannedEndDate: date },
	...{
		category: byIdOrName,
		subcategory: byIdOrName,
		type: byIdOrName,
		status: byIdOrName,
		supplier: byIdOrName,
	},
	...{
		operator: byIdOrName,
		operatorGroup: byIdOrName,
		optionalFields1: optional,
		optionalFields2: optional,
	},
};
const createSchema = z
	.object({ ...fields, request: z.string(), action: z.string() })
	.partial()
	.required({ briefDescription: true, plannedStartDate: true, plannedEndDate: true })
	.strict();
const mark = z.strictObject({ value: z.boolean(), reason: id.optional() }).optional();
const markSchema = z.strictObject({
	...{
		status: id.optional(),
		anomaly: mark,
		skipped: mark,
		operator: id.optional(),
		operatorGroup: id.optional(),
	},
	resolved: z.strictObject({ value: z.boolean(), dateTime: date.optional() }).optional(),
});

/** Planned work. An ETag guards its changes where one is given. */
export function addOperationalActivities(server: FastifyInstance, now: () => Date): void {
	const store = new CardStore('operationalActivity', 'M', now);
	const path = '/operationalActivities';
	const versions = new Map<string, number>();
	const etag = (key: string) => `"${versions.get(key) ?? 1}"`;

	server.get(path, async (request) => {
		const shape = { query: words, fields: words, sort: words, pageStart: whole(0), pageSize: whole(1) };
		const { query, fields: wanted = 'id,number', pageStart = 0, pageSize = 100 } = queryOf(request, shape);
		const found = store.cards.filter(query ? fiql(query) : () => true);
		const shown = ['all', '*'].includes(wanted) ? found : onlyFields(found, wanted);
		return { item: shown.slice(pageStart, pageStart + pageSize) };
	});
	server.post(path, async (request) => store.add(bodyOf(request, createSchema)));
	server.get(`${path}/:key`, async (request, reply) => {
		queryOf(request, { fields: words });
		const card = store.find(request, 'either');
		return reply.header('etag', etag(card.id)).send(card);
	});
	server.patch(`${path}/:key`, async (request, reply) => {
		const card = store.find(request, 'id');
		if (!request.headers['content-type']?.startsWith(MERGE_PATCH)) throw new Refusal(415, undefined);
		const wanted = request.headers['if-match'];
		if (wanted && wanted !== etag(card.id)) throw refuse(412, 'The activity has changed');
		Object.assign(card, bodyOf(request, z.object(fields).partial().strict()));
		versions.set(card.id, (versions.get(card.id) ?? 1) + 1);
		return reply.code(204).send();
	});
	server.post(`${path}/:key`, async (request, reply) => {
		Object.assign(store.find(request, 'id'), bodyOf(request, markSchema));
		return reply.code(204).send();
	});
	server.post(`${path}/:key/actions`, async (request, reply) => {
		const card = store.find(request, 'either');
		const { memoText } = bodyOf(request, z.strictObject({ memoText: z.string(), flag: z.int().optional() }));
		return reply.code(201).send({ id: store.write(card, 'trail', memoText).id });
	});
	for (const [below, where] of [
		['actions', 'trail'],
		['requests', 'requests'],
	] as const) {
		server.get(`${path}/:key/${below}`, async (request) => {
			queryOf(request, { fields: words });
			return { results: store.written(store.find(request, 'id'), where) };
		});
	}
}
