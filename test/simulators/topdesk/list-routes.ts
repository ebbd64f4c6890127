import type { FastifyInstance } from 'fastify';
import { z } from 'zod/v4';
import { refuse } from './errors';
import type { Lists } from './lists';
import { queryOf, truth, whole, words } from './read';

const AT_INCIDENTS = {
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
	escalationReason: 'escalation-reasons',
	deescalationReason: 'deescalation-reasons',
} as const;

const ELSEWHERE = {
	archivingReason: '/archiving-reasons',
	timeSpentReason: '/timespent-reasons',
	department: '/departments',
	budgetHolder: '/budgetholders',
	language: '/languages',
	changeRejectionReason: '/changeRejectionReasons',
} as const;

const UNDER_RESULTS = {
	changeStatus: '/changes/changeStatuses',
	changeActivityStatus: '/changes/activityStatuses',
	activityStatus: '/operationalActivities/statuses',
} as const;

const keys = <T extends object>(object: T) =>
	Object.entries(object) as Array<[keyof T & keyof Lists, string]>;

/** The lists that fill the choices of the cards. */
export function addListRoutes(server: FastifyInstance, lists: Lists): void {
	for (const [field, path] of keys(AT_INCIDENTS)) server.get(`/incidents/${path}`, async () => lists[field]);
	for (const [field, path] of keys(ELSEWHERE)) server.get(path, async () => lists[field]);
	for (const [field, path] of keys(UNDER_RESULTS)) server.get(path, async () => ({ results: lists[field] }));
	server.get('/operationalActivities/types', async () => ({ item: lists.activityType }));
	server.get('/applicableChangeTemplates', async () => ({
		results: lists.changeTemplate.map(({ id, name }) => ({ id, number: 'WT 001', briefDescription: name })),
	}));
	server.get('/incidents/free_fields/:tab/searchlists/:number', async (request) => {
		const { tab, number } = request.params as { tab: string; number: string };
		if (!/^[12]$/.test(tab) || !/^[1-5]$/.test(number)) throw refuse(404, 'There is no such list');
		return lists.searchlist;
	});
	addLookups(server, lists);
}

/** The quick searches by the beginning of a name. */
function addLookups(server: FastifyInstance, lists: Lists): void {
	const shape = { $top: whole(1, 10_000), name: words, archived: truth, $all: truth };
	const groups = {
		branches: lists.branch,
		locations: lists.location,
		operatorgroups: lists.operatorGroup,
		suppliers: lists.supplier,
	};
	const lookup = (entries: Array<{ id: string; name: string }>, name = '', top = 1000) => ({
		results: entries
			.filter((entry) => entry.name.toLowerCase().startsWith(name.toLowerCase()))
			.slice(0, top)
			.map(({ id, name: shown }) => ({ id, name: shown })),
	});
	for (const [path, entries] of Object.entries(groups)) {
		server.get(`/${path}/lookup`, async (request) => {
			const { name, $top } = queryOf(request, shape);
			return lookup(entries, name, $top);
		});
	}
	server.get('/operators/lookup', async (request) => {
		const { name, $top, operatorgroupid } = queryOf(request, {
			...shape,
			operatorgroupid: z.uuid().optional(),
		});
		const operators = operatorgroupid ? (lists.operatorsOf[operatorgroupid] ?? []) : lists.operator;
		return lookup(operators, name, $top);
	});
	server.get('/persons/lookup', async (request) => {
		const { name, $top, archived } = queryOf(request, shape);
		const persons = lists.persons.filter((person) => archived === undefined || person.archived === archived);
		return lookup(
			persons.map(({ id, dynamicName }) => ({ id, name: dynamicName })),
			name,
			$top,
		);
	});
}
