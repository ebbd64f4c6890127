import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { refuse } from './errors';
import { idOf, type Entry, type Lists } from './lists';
import { sendPage, type Query, wholeNumber } from './paging';
import { bodyOf, byId, byIdOrName, date, idIn, queryOf, truth } from './read';
import { entryOf } from './validation';
import { stamp, type Incident, type IncidentStore } from './store';
import type { UploadedFile } from './upload';

type Find = (request: FastifyRequest) => Incident;

const reasonSchema = z.union([byIdOrName, z.strictObject({})]).optional();
const timeSchema = z.strictObject({
	timeSpent: z.number().int(),
	notes: z.string().max(250).optional(),
	entryDate: date.optional(),
	operator: byId.optional(),
	operatorGroup: byId.optional(),
	reason: byIdOrName.optional(),
});

/** What belongs to one incident: its texts, files, time spent and place. The same by id and by number. */
export function addIncidentParts(
	server: FastifyInstance,
	path: string,
	{ find, store, lists, now }: { find: Find; store: IncidentStore; lists: Lists; now: () => Date },
): void {
	const page = (request: FastifyRequest, max: number) => {
		const query = request.query as Query;
		return {
			startName: 'start',
			start: wholeNumber(query, 'start', 0, 0, Number.MAX_SAFE_INTEGER),
			size: wholeNumber(query, 'page_size', 10, 1, max),
		};
	};
	const reason = (request: FastifyRequest, list: readonly Entry[]) => {
		const given = bodyOf(request, reasonSchema);
		if (given && Object.keys(given).length > 0) entryOf('reason', given, list);
	};

	server.put(`${path}/escalate`, async (request) => {
		reason(request, lists.escalationReason);
		return store.move(find(request), 'secondLine');
	});
	server.put(`${path}/deescalate`, async (request) => {
		reason(request, lists.deescalationReason);
		return store.move(find(request), 'firstLine');
	});
	server.put(`${path}/archive`, async (request) => {
		reason(request, lists.archivingReason);
		return store.archive(find(request), true);
	});
	server.put(`${path}/unarchive`, async (request) => {
		queryOf(request, { unarchive_partials: truth });
		return store.archive(find(request), false);
	});

	server.get(`${path}/progresstrail`, async (request, reply) =>
		sendPage(request, reply, store.trail(find(request)), page(request, 100)),
	);
	server.get(`${path}/progresstrail/count`, async (request) => ({
		count: store.trail(find(request)).length,
	}));

	for (const kind of ['actions', 'requests'] as const) {
		server.get(`${path}/${kind}`, async (request, reply) =>
			sendPage(
				request,
				reply,
				[...store.partsOf(find(request))[kind]].reverse(),
				page(request, kind === 'actions' ? 100 : 10),
			),
		);
		server.get(`${path}/${kind}/:part`, async (request) =>
			one(store.partsOf(find(request))[kind], idIn(request, 'part')),
		);
		server.delete(`${path}/${kind}/:part`, async (request, reply) => {
			take(store.partsOf(find(request))[kind], idIn(request, 'part'));
			return reply.code(204).send();
		});
	}

	server.get(`${path}/attachments`, async (request, reply) =>
		sendPage(request, reply, store.partsOf(find(request)).attachments.map(shown), page(request, 100)),
	);
	server.post(`${path}/attachments`, async (request) => {
		const { file, ...fields } = (request.body ?? {}) as { file?: UploadedFile } & Record<string, string>;
		if (!file || typeof file === 'string') throw refuse(400, "The part 'file' is missing");
		return shown(store.attach(find(request), file, fields));
	});
	server.delete(`${path}/attachments/:part`, async (request, reply) => {
		take(store.partsOf(find(request)).attachments, idIn(request, 'part'));
		return reply.code(200).send();
	});

	server.get(`${path}/timespent`, async (request, reply) => {
		const { timeSpent } = store.partsOf(find(request));
		return timeSpent.length === 0 ? reply.code(204).send() : timeSpent;
	});
	server.post(`${path}/timespent`, async (request, reply) => {
		const incident = find(request);
		const entry = bodyOf(request, timeSchema);
		if (entry.timeSpent === 0) throw refuse(400, 'The time spent cannot be 0');
		const { timeSpent } = store.partsOf(incident);
		const added = {
			id: idOf('time', `${incident.id}/${timeSpent.length}`),
			entryDate: stamp(now()),
			...entry,
			reason: entry.reason && entryOf('reason', entry.reason, lists.timeSpentReason),
		};
		timeSpent.push(added);
		return reply.code(201).send(added);
	});
}

/** Files come by the id of the incident only. */
export function addDownload(server: FastifyInstance, store: IncidentStore): void {
	server.get('/incidents/id/:key/attachments/:part/download', async (request, reply) => {
		const incident = store.find('id', idIn(request, 'key'));
		const { fileName, content, contentType } = one(
			store.partsOf(incident).attachments,
			idIn(request, 'part'),
		);
		const name = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
		return reply.header('content-disposition', name).type(contentType).send(content);
	});
}

const shown = ({ content: _content, contentType: _type, ...attachment }: StoredFile) => attachment;
type StoredFile = ReturnType<IncidentStore['attach']>;

function one<T extends { id: string }>(parts: T[], key: string): T {
	const found = parts.find((part) => part.id === key);
	if (!found) throw refuse(404, 'It does not exist');
	return found;
}

function take<T extends { id: string }>(parts: T[], key: string): void {
	parts.splice(parts.indexOf(one(parts, key)), 1);
}
