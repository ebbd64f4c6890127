import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { refuse } from './errors';
import { fiql } from './fiql';
import { idOf, type Lists, type Person } from './lists';
import { onlyFields, sendPage } from './paging';
import { bodyOf, byId, byIdOrName, id, queryOf, whole, words } from './read';

type Row = Record<string, unknown> & { id: string };

/** Supporting files that are only read: they page by `start` and `page_size`, or not at all. */
export function addSupportingFiles(server: FastifyInstance, lists: Lists): void {
	const named = (field: string, entries: Array<{ id: string; name: string }>): Row[] =>
		entries.map(({ id: key, name }) => ({ id: key, [field]: name, archived: false }));
	const operators = lists.operator.map(({ id: key, name }) => ({
		...{ id: key, dynamicName: name, surName: name.split(',')[0], archived: false },
		email: `${name.split(',')[0]!.toLowerCase()}@ssc.example`,
	}));
	paged(server, '/operators', operators, { fields: true, byId: '/id' });
	paged(server, '/operatorgroups', named('groupName', lists.operatorGroup), { fields: true, byId: '/id' });
	paged(server, '/suppliers', named('name', lists.supplier), { fields: false, byId: '' });
	unpaged(server, '/branches', named('name', lists.branch), { $fields: words, query: words });
	unpaged(server, '/locations', named('name', lists.location), {
		...{ $fields: words, query: words, pageSize: whole(1) },
	});
	addPersons(server, lists);
}

function paged(
	server: FastifyInstance,
	path: string,
	rows: Row[],
	has: { fields: boolean; byId: '/id' | '' },
): void {
	const shape = {
		start: whole(0),
		page_size: whole(1, 100),
		query: words,
		...(has.fields && { fields: words }),
	};
	server.get(path, async (request, reply) => {
		const {
			start = 0,
			page_size: size = 10,
			query,
			fields,
		} = queryOf(request, shape) as Record<string, never>;
		return sendPage(request, reply, onlyFields(matching(rows, query), fields), {
			startName: 'start',
			start,
			size,
		});
	});
	single(server, path + has.byId, rows);
}

function unpaged(server: FastifyInstance, path: string, rows: Row[], shape: z.ZodRawShape): void {
	server.get(path, async (request) => {
		const { query, pageSize, $fields } = queryOf(request, shape) as Record<string, never>;
		return onlyFields(matching(rows, query), $fields).slice(0, pageSize);
	});
	single(server, `${path}/id`, rows);
}

const matching = (rows: Row[], query: string | undefined): Row[] =>
	rows.filter(query ? fiql(query) : () => true);

function single(server: FastifyInstance, path: string, rows: Row[]): void {
	server.get(`${path}/:id`, async (request) => found(rows, request));
}

function found<T extends { id: string }>(rows: T[], request: FastifyRequest): T {
	const { id: key } = request.params as { id: string };
	if (!id.safeParse(key).success) throw refuse(400, 'The id is invalid');
	const row = rows.find((one) => one.id === key);
	if (!row) throw refuse(404, 'It does not exist');
	return row;
}

const ONE = 'application/x.topdesk-person-v2+json';
const MANY = 'application/x.topdesk-collection-person-v2+json';
const personFields = {
	surName: z.string(),
	firstName: z.string().optional(),
	prefixes: z.string().optional(),
	employeeNumber: z.string().optional(),
	networkLoginName: z.string().optional(),
	phoneNumber: z.string().max(25).optional(),
	mobileNumber: z.string().max(25).optional(),
	email: z.email().optional(),
	jobTitle: z.string().optional(),
	isManager: z.boolean().optional(),
	branch: byId,
	location: byId.optional(),
	department: byIdOrName.optional(),
	budgetHolder: byId.optional(),
	optionalFields1: z.looseObject({}).optional(),
	optionalFields2: z.looseObject({}).optional(),
};

/** Persons have two forms of answer, by the Accept header. */
function addPersons(server: FastifyInstance, lists: Lists): void {
	const shape = { pageStart: whole(0), pageSize: whole(1, 5000), fields: words, sort: words, query: words };
	server.get('/persons', async (request, reply) => {
		const { pageStart = 0, pageSize = 50, query, fields } = queryOf(request, shape);
		const page = { startName: 'pageStart', start: pageStart, size: pageSize };
		const rows = onlyFields(
			matching(
				lists.persons.map((person) => ({ ...person })),
				query,
			),
			fields,
		);
		const v2 = formOf(request, MANY);
		return sendPage(request, reply, rows, page, v2 ? { wrap: (item) => ({ item }), type: MANY } : undefined);
	});
	server.get('/persons/:id', async (request, reply) => answer(request, reply, found(lists.persons, request)));
	server.post('/persons', async (request, reply) => {
		const { surName, ...fields } = bodyOf(request, z.strictObject(personFields));
		const person = {
			...{
				id: idOf('person', `${surName}/${lists.persons.length}`),
				email: '',
				caller: true,
				archived: false,
			},
			...{ surName, dynamicName: [surName, fields.firstName].filter(Boolean).join(', '), ...fields },
		} satisfies Person & Record<string, unknown>;
		lists.persons.push(person);
		return answer(request, reply.code(201), person);
	});
	server.patch('/persons/:id', async (request, reply) => {
		const person = found(lists.persons, request);
		Object.assign(person, bodyOf(request, z.strictObject(personFields).partial()));
		return answer(request, reply, person);
	});
}

/** True for the second version, false for the first; what is neither is not there. */
function formOf(request: FastifyRequest, v2: string): boolean {
	const accept = request.headers.accept ?? '*/*';
	if (accept.includes(v2)) return true;
	if (/application\/json|\*\/\*/.test(accept)) return false;
	throw refuse(406, `There is no answer as ${accept}`);
}

const answer = (request: FastifyRequest, reply: FastifyReply, person: Person) =>
	reply.type(formOf(request, ONE) ? ONE : 'application/json').send(JSON.stringify(person));
