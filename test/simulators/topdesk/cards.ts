import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { addChangeCalendar, phaseOf } from './change-calendar';
import { refuse } from './errors';
import { idOf, type Lists } from './lists';
import { bodyOf, byId, date, id, queryOf, several, truth, whole, words } from './read';
import { stamp } from './store';

export interface Card extends Record<string, unknown> {
	id: string;
	number: string;
}
interface Memo extends Record<string, unknown> {
	id: string;
	memoText: string;
}

/** Cards with a number, and what was written about them. */
export class CardStore {
	readonly cards: Card[] = [];

	private readonly memos = new Map<string, { trail: Memo[]; requests: Memo[] }>();

	constructor(
		private readonly kind: string,
		private readonly prefix: string,
		readonly now: () => Date,
	) {}

	add({ request, action, ...fields }: Record<string, unknown>): Card {
		const serial = this.cards.length + 1;
		const card = {
			...fields,
			id: idOf(this.kind, String(serial)),
			number: `${this.prefix}${stamp(this.now()).slice(2, 7).replace('-', '')}-${String(serial).padStart(3, '0')}`,
			archived: false,
			creationDate: stamp(this.now()),
		};
		this.cards.push(card);
		this.memos.set(card.id, { trail: [], requests: [] });
		if (request) this.write(card, 'requests', String(request));
		if (action) this.write(card, 'trail', String(action));
		return card;
	}

	write(card: Card, where: 'trail' | 'requests', memoText: string): Memo {
		const memos = this.memos.get(card.id)![where];
		const memo = { id: idOf(where, `${card.id}/${memos.length}`), memoText, entryDate: stamp(this.now()) };
		memos.push(memo);
		return memo;
	}

	written = (card: Card, where: 'trail' | 'requests'): Memo[] => this.memos.get(card.id)![where];

	/** By its id, or by its number where that is allowed. */
	find(request: FastifyRequest, by: 'id' | 'either'): Card {
		const { key } = request.params as { key: string };
		if (by === 'id' && !id.safeParse(key).success) throw refuse(400, 'The id is invalid');
		const card = this.cards.find((one) => one.id === key || (by === 'either' && one.number === key));
		if (!card) throw refuse(404, 'It does not exist');
		return card;
	}
}

const memoSchema = z.strictObject({
	memoText: z.string().min(1),
	type: z.enum(['memo', 'attachment', 'link']),
});
const stepsSchema = z
	.array(
		z.strictObject({
			op: z.enum(['add', 'remove', 'replace', 'move', 'copy', 'test']),
			path: z.string().startsWith('/'),
			value: z.unknown(),
			from: z.string().optional(),
		}),
	)
	.min(1);
const optional = z.record(z.string(), z.unknown()).optional();
const shared = {
	...{
		briefDescription: z.string().min(1).max(80),
		request: z.string(),
		action: z.string(),
		category: z.string(),
	},
	...{ subcategory: z.string(), optionalFields1: optional, optionalFields2: optional },
};
const changeSchema = z
	.object({
		...shared,
		template: z.strictObject({ id: id.optional(), number: z.string().optional() }),
		changeType: z.enum(['simple', 'extensive']),
		...{ externalNumber: z.string(), benefit: z.string(), impact: z.string(), priority: z.string() },
	})
	.partial()
	.extend({ requester: byId, briefDescription: shared.briefDescription })
	.strict();
const activitySchema = z
	.object({
		...shared,
		activityTemplate: z.string(),
		activityType: z.enum(['normal', 'authorization']),
		changePhase: z.enum(['rfc', 'progress', 'evaluation']),
		...{ plannedStartDate: date, plannedFinalDate: date, status: z.string() },
	})
	.partial()
	.extend({ changeId: z.string() })
	.strict();
const transitionSchema = z.strictObject({
	from: z.enum([
		'prfc',
		'rfc',
		'simple_notStarted',
		'simple_inProgress',
		'simple_done',
		'extensive_done',
		'extensive_evaluated',
	]),
	action: z.string().min(1),
	reason: z.string().optional(),
	comment: z.string().optional(),
});
const page = { pageStart: whole(0), pageSize: whole(1), sort: words };

/** Changes and their activities. Their lists give no sign of the end but an empty page. */
export function addChanges(server: FastifyInstance, lists: Lists, now: () => Date, changes: CardStore): void {
	const activities = new CardStore('changeActivity', 'WA', now);

	const changeFilters = {
		...{ changeType: several, phase: several, status: several, id: several, open: truth, archived: truth },
		...{
			'simple.assignee.id': several,
			'simple.assignee.groupId': several,
			'closedDate.start': date.optional(),
		},
	};
	server.get('/operatorChanges', async (request) => {
		const query = queryOf(request, { ...page, ...changeFilters });
		const { pageStart = 0, pageSize = 1000, changeType, id: ids, phase } = query;
		const found = changes.cards
			.filter((card) => !changeType || changeType.includes(String(card.changeType)))
			.filter((card) => !ids || ids.includes(card.id))
			// Of the other phases the simulator does not know which one a change is in.
			.filter((card) => !phase || phase.includes(phaseOf(card) ?? 'simple'));
		return { results: found.slice(pageStart, pageStart + pageSize) };
	});
	server.post('/operatorChanges', async (request, reply) => {
		const { template, ...body } = bodyOf(request, changeSchema);
		if (!lists.persons.some((person) => person.id === body.requester.id)) {
			throw refuse(404, 'The requester does not exist');
		}
		return reply.code(201).send(changes.add({ changeType: 'simple', templateId: template?.id, ...body }));
	});
	server.post('/operatorChanges/:key/processingStatusTransitions', async (request, reply) => {
		const card = changes.find(request, 'either');
		const { from, action } = bodyOf(request, transitionSchema);
		card.processingStatus = action;
		return reply.code(201).send({ from, to: action, action, date: stamp(now()) });
	});
	addCard(server, '/operatorChanges', changes);
	addChangeCalendar(server, changes);

	const activityFilters = {
		...{ change: several, operator: several, operatorGroup: several, status: several, id: several },
		...{ archived: truth, blocked: truth, open: truth, finalDateAfter: date.optional(), fields: words },
	};
	server.get('/operatorChangeActivities', async (request) => {
		const { pageStart = 0, pageSize = 1000, change } = queryOf(request, { ...page, ...activityFilters });
		const found = activities.cards.filter((card) => !change || change.includes(String(card.changeId)));
		return { results: found.slice(pageStart, pageStart + pageSize) };
	});
	server.post('/operatorChangeActivities', async (request, reply) => {
		const body = bodyOf(request, activitySchema);
		if (!changes.cards.some((card) => card.id === body.changeId))
			throw refuse(404, 'The change does not exist');
		return reply.code(201).send(activities.add(body));
	});
	addCard(server, '/operatorChangeActivities', activities);
}

function addCard(server: FastifyInstance, path: string, store: CardStore): void {
	server.get(`${path}/:key`, async (request) => store.find(request, 'either'));
	server.patch(`${path}/:key`, async (request, reply) => {
		const card = store.find(request, 'either');
		for (const { op, path: field, value } of bodyOf(request, stepsSchema)) {
			if (op === 'replace' || op === 'add') card[field.slice(1).replaceAll('/', '.')] = value;
		}
		return reply.code(204).send();
	});
	for (const [below, where] of [
		['progresstrail', 'trail'],
		['requests', 'requests'],
	] as const) {
		server.get(`${path}/:key/${below}`, async (request) => ({
			results: store.written(store.find(request, 'id'), where),
		}));
	}
	server.post(`${path}/:key/progresstrail`, async (request, reply) => {
		const card = store.find(request, 'id');
		return reply.code(201).send(store.write(card, 'trail', bodyOf(request, memoSchema).memoText));
	});
}
