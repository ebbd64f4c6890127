import type { FastifyInstance } from 'fastify';
import { fiql } from './fiql';
import type { Lists } from './lists';
import { sendPage, wholeNumber, type Query } from './paging';

const PATHS = {
	category: 'categories',
	subcategory: 'subcategories',
	callType: 'call_types',
	entryType: 'entry_types',
	impact: 'impacts',
	urgency: 'urgencies',
	priority: 'priorities',
	duration: 'durations',
	processingStatus: 'statuses',
	closureCode: 'closure_codes',
} as const;

/** The lists that fill the choices of an incident, and the people and groups in it. */
export function addListRoutes(server: FastifyInstance, lists: Lists): void {
	for (const [field, path] of Object.entries(PATHS)) {
		server.get(`/incidents/${path}`, async () => lists[field as keyof typeof PATHS]);
	}
	server.get('/operatorgroups', async (request, reply) => {
		const query = request.query as Query;
		const groups = lists.operatorGroup.map(({ id, name }) => ({ id, groupName: name }));
		return sendPage(request, reply, groups, {
			startName: 'start',
			start: wholeNumber(query, 'start', 0, 0, Number.MAX_SAFE_INTEGER),
			size: wholeNumber(query, 'page_size', 10, 1, 100),
		});
	});
	server.get('/persons', async (request, reply) => {
		const query = request.query as Query;
		const matches = query.query ? fiql(query.query) : () => true;
		const found = lists.persons.filter((person) => matches({ ...person }));
		return sendPage(request, reply, found, {
			startName: 'pageStart',
			start: wholeNumber(query, 'pageStart', 0, 0, Number.MAX_SAFE_INTEGER),
			size: wholeNumber(query, 'pageSize', 50, 1, 5000),
		});
	});
}
