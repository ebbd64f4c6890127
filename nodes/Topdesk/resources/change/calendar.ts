import { z } from 'zod/v4';
import { ApiError } from '../../../shared/http/api-error';
import type { HttpQuery } from '../../../shared/http/transport';
import { API, type Row, type TopdeskApi } from '../../api/api';
import { PAGING } from '../../api/paging';
import { queryMoment } from '../../incident/moment';
import { collection, moment, text } from '../fields';
import { listOf } from '../list-of';
import type { Operation, OperationContext } from '../operation';

const CARD_TYPES = {
	activity_authorization: 'Activity: Authorization',
	activity_normal: 'Activity: Normal',
	change_extensive: 'Change: Extensive',
	change_simple: 'Change: Simple',
};
const STATES = { done: 'Done', in_progress: 'In Progress', planned: 'Planned' };
const BY_NAME = ['branch', 'category', 'status', 'subcategory', 'type'] as const;
/** IDs in one question, so that its address stays short enough for any proxy. */
const IDS_AT_ONCE = 50;

const optionsOf = (all: Record<string, string>) =>
	Object.entries(all).map(([value, name]) => ({ name, value }));

const named = (displayName: string, name: (typeof BY_NAME)[number]) =>
	text(displayName, name, { description: 'Names or IDs, separated by commas' });

const entrySchema = z.looseObject({ id: z.string() });
const detailsSchema = z.looseObject({ startDate: z.string().nullish(), endDate: z.string().nullish() });

/**
 * Gives what TOPdesk shows in its change calendar: `id`, `number`, `briefDescription`, `cardType`, `start`, `end` and
 * `currentState` (`planned`, `in_progress` or `done`). Nothing of it names a person. A change of _Also Changes_ that has
 * left the period comes with what the calendar says of it; one that was canceled or rejected, with `currentState`
 * `canceled`, which TOPdesk's own calendar does not have: it just leaves it out.
 * Source: `GET /changeCalendar`, and the filters of `GET /operatorChanges`, of TOPdesk's change API 1.4.
 */
export const getCalendar: Operation = {
	value: 'getCalendar',
	name: 'Get Calendar',
	action: 'Get the change calendar',
	description: 'Get planned changes and activities of a period, as TOPdesk shows them in its calendar',
	fields: [
		moment('Start', 'start', { required: true, description: 'Begin of the period' }),
		moment('End', 'end', { required: true, description: 'End of the period' }),
		collection('Filters', 'filters', 'Add Filter', [
			named('Branches', 'branch'),
			{
				displayName: 'Card Types',
				name: 'cardType',
				type: 'multiOptions',
				options: optionsOf(CARD_TYPES),
				default: ['change_extensive', 'change_simple'],
			},
			named('Categories', 'category'),
			{
				displayName: 'Current States',
				name: 'currentState',
				type: 'multiOptions',
				options: optionsOf(STATES),
				default: [],
			},
			named('Statuses', 'status'),
			named('Subcategories', 'subcategory'),
			named('Types', 'type'),
		]),
		collection('Options', 'options', 'Add Option', [
			text('Also Changes', 'also', {
				description:
					'IDs of changes to give whatever the period and filters, separated by commas or as a list: to hear that one was canceled or moved',
			}),
		]),
	],
	async run({ client: { api }, read, timezone }) {
		const entries = await entriesOf(api, calendarQuery(read, timezone));
		const { also } = (read('options', {}) ?? {}) as { also?: unknown };
		const there = new Set(entries.map(({ id }) => id));
		const missing = listOf(also).filter((id) => !there.has(id));
		return [...entries, ...(await whatBecameOf(api, missing))];
	},
};

function calendarQuery(read: OperationContext['read'], timezone: string): HttpQuery {
	const filters = (read('filters', {}) ?? {}) as Record<string, unknown>;
	const names = Object.fromEntries(BY_NAME.map((name) => [name, listOf(filters[name])]));
	const chosen = { cardType: listOf(filters.cardType), currentState: listOf(filters.currentState) };
	const lists = Object.entries({ ...names, ...chosen }).filter(([, values]) => values.length > 0);
	return {
		start: queryMoment(read('start'), timezone),
		end: queryMoment(read('end'), timezone),
		...Object.fromEntries(lists),
	};
}

async function entriesOf(api: TopdeskApi, query: HttpQuery): Promise<Array<Row & { id: string }>> {
	const found = [];
	const question = { what: 'get the change calendar', path: `${API}/changeCalendar` };
	for await (const entry of api.rows({ ...question, query, paging: PAGING.none, schema: entrySchema })) {
		found.push(entry);
	}
	return found;
}

/** What became of changes that the calendar does not give (any more). One that nothing is known of is left out. */
async function whatBecameOf(api: TopdeskApi, ids: readonly string[]): Promise<Row[]> {
	const canceled = new Map<string, Row>();
	for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
		const id = ids.slice(from, from + IDS_AT_ONCE);
		const rows = api.rows(
			{
				what: 'look up canceled changes',
				path: `${API}/operatorChanges`,
				query: { id, phase: ['canceled', 'rejected'] },
				paging: PAGING.changes,
				schema: entrySchema,
			},
			{ limit: id.length },
		);
		for await (const { id: found, number, briefDescription } of rows) {
			canceled.set(found, { id: found, number, briefDescription, currentState: 'canceled' });
		}
	}
	const became: Row[] = [];
	for (const id of ids) {
		const found = canceled.get(id) ?? (await calendarDetails(api, id));
		if (found) became.push(found);
	}
	return became;
}

/** What the calendar says of one; undefined when it is not in it. */
async function calendarDetails(api: TopdeskApi, id: string): Promise<Row | undefined> {
	try {
		const { startDate, endDate, number, briefDescription, currentState } = await api.read(
			'GET',
			detailsSchema,
			{
				what: 'get a change from the calendar',
				path: `${API}/changeCalendar/${encodeURIComponent(id)}`,
			},
		);
		return { id, number, briefDescription, start: startDate, end: endDate, currentState };
	} catch (error) {
		if (error instanceof ApiError && error.status === 404) return undefined;
		throw error;
	}
}
