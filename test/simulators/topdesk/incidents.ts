import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './errors';
import { addDownload, addIncidentParts } from './incident-parts';
import type { Lists } from './lists';
import { sendPage, wholeNumber, type Query } from './paging';
import type { Incident, IncidentStore } from './store';
import { readBody } from './validation';

const KNOWN_PARAMETERS = ['sort', 'query', 'fields', 'dateFormat', 'all'];
const PAGE_PARAMETERS = ['pageStart', 'start', 'pageSize', 'page_size'];

/** The routes of the incident API that the simulator has. */
export function addIncidentRoutes(
	server: FastifyInstance,
	{ store, lists, now }: { store: IncidentStore; lists: Lists; now: () => Date },
): void {
	server.get('/incidents', async (request, reply) => {
		const query = request.query as Query;
		const strange = Object.keys(query).find(
			(name) => ![...KNOWN_PARAMETERS, ...PAGE_PARAMETERS].includes(name),
		);
		if (strange) throw refuse(400, `The parameter '${strange}' does not exist`);
		if (query.dateFormat !== undefined && query.dateFormat !== 'iso8601') {
			throw refuse(400, "The parameter 'dateFormat' must be iso8601");
		}
		if (query.all !== undefined && !['true', 'false', ''].includes(query.all)) {
			throw refuse(400, "The parameter 'all' must be true or false");
		}
		const startName = query.start === undefined ? 'pageStart' : 'start';
		const sizeName = query.page_size === undefined ? 'pageSize' : 'page_size';
		const page = {
			startName,
			start: wholeNumber(query, startName, 0, 0, Number.MAX_SAFE_INTEGER),
			size: wholeNumber(query, sizeName, 10, 1, 10_000),
		};
		const all = query.all !== undefined && query.all !== 'false';
		const { found, texts } = store.list({ query: query.query, sort: query.sort, all });
		return sendPage(request, reply, found, page, {
			wrap: (shown) => shown.map((incident) => inForm(incident, query)),
			type: 'application/json',
			texts,
		});
	});

	server.post('/incidents', async (request, reply) => {
		const incident = store.create(readBody(request.body, lists, 'create'));
		return reply.code(201).send(incident);
	});

	for (const by of ['id', 'number']) {
		const path = `/incidents/${by}/:key`;
		const find = (request: FastifyRequest) => {
			const { key } = request.params as { key: string };
			if (by === 'id' && !/^[0-9a-f-]{36}$/i.test(key)) throw refuse(400, 'The incident id is invalid');
			return store.find(by, key);
		};
		server.get(path, async (request) => find(request));
		server.route({
			method: ['PATCH', 'PUT'],
			url: path,
			handler: async (request) => {
				const incident = find(request);
				return store.update(incident, readBody(request.body, lists, 'update'));
			},
		});
		addIncidentParts(server, path, { find, store, lists, now });
	}
	addDownload(server, store);
}

/** Only the fields asked for, with dates as asked for. */
function inForm(incident: Incident, { fields, dateFormat }: Query): Record<string, unknown> {
	const wanted = fields?.split(',');
	const shown = Object.entries(incident).filter(([name]) => !wanted || wanted.includes(name));
	return Object.fromEntries(
		shown.map(([name, value]) => [
			name,
			dateFormat === 'iso8601' && name.endsWith('Date') && typeof value === 'string'
				? value.replace(/\.\d{3}\+0000$/, 'Z')
				: value,
		]),
	);
}
