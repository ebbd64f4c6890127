import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { Paging } from '../../shared/http/paging';
import type { HttpQuery, QueryValue } from '../../shared/http/transport';
import { parseAnswer, rowSchema, type Row, type TopdeskApi } from '../api/api';
import { keyFrom } from '../api/incident-key';
import { queryMoment } from '../incident/moment';
import { isId } from '../api/schemas';
import { conditionFields, filterCollection, queryFrom, type SearchFields } from './conditions';
import { collection, FIELDS, flag, LIMIT, locator, RETURN_ALL, SORT } from './fields';
import { limitOf } from './limit';
import type { Operation, OperationContext } from './operation';
import { required } from './required';

/** A filter that TOPdesk has as a parameter of its own. */
export interface ParameterFilter {
	parameter: string;
	property: INodeProperties;
}

/** A kind of record, of which TOPdesk gives one and many in the same way as of the others. */
export interface Kind {
	value: string;
	name: string;
	/** In sentences: `an operator group`, `operator groups`. */
	one: string;
	many: string;
	/** Where the list is, from the root of the environment. */
	path: string;
	/** What stands between the list and the key of one record. */
	byId?: '/id';
	paging: Paging;
	/** For parts of TOPdesk that have more than one form of answer. */
	accept?: { list: string; one: string };
	/** The method that searches it for the choice in the node. */
	search: string;
	/** An example of its number, for records that have one. */
	number?: string;
	/** Fields to search by, where TOPdesk searches it with FIQL. */
	fiql?: SearchFields;
	filters?: ParameterFilter[];
	/** The parameter that says which fields to give. */
	fields?: 'fields' | '$fields';
	sort?: boolean;
	/** A search with FIQL finds archived records too, so they are kept out unless they are asked for. */
	archivedInSearch?: boolean;
	/** One record comes with a mark of its version, by which a change can be refused when somebody else was first. */
	versioned?: boolean;
}

/** The choice of one record of this kind. */
export const keyField = ({ name, search, number, one }: Kind): INodeProperties => ({
	...locator({ displayName: name, name: 'record', search, number, required: true }),
	description: `Choose ${one}, or give its ${number ? 'number or ' : ''}ID`,
});

/** The ID or number that the item is about. */
export function keyOf({ one, number }: Kind, read: OperationContext['read']): string {
	const wanted = `Fill in the ${number ? 'number or ID' : 'ID'} of ${one}`;
	return keyFrom(required(wanted).parse(read('record')));
}

export const pathOf = ({ path, byId = '' as never }: Kind, key: string, below = ''): string =>
	`${path}${byId}/${encodeURIComponent(key)}${below}`;

export function getOperation(kind: Kind): Operation {
	return {
		value: 'get',
		name: 'Get',
		action: `Get ${kind.one}`,
		description: `Get ${kind.one} with all its fields`,
		fields: [keyField(kind)],
		async run({ client, read }) {
			const key = keyOf(kind, read);
			return [await getRecord(client.api, kind, key)];
		},
	};
}

/** The record; with its version in `@etag`, as TOPdesk itself names it elsewhere, for records that have one. */
export async function getRecord(api: TopdeskApi, kind: Kind, key: string): Promise<Row> {
	const what = `get ${kind.one}`;
	const headers = kind.accept && { accept: kind.accept.one };
	const answer = await api.ask('GET', { what, path: pathOf(kind, key), headers });
	const record = parseAnswer(rowSchema, answer, what);
	const { etag } = answer.headers;
	return kind.versioned && etag ? { ...record, '@etag': etag } : record;
}

/** The ID of a record, for the questions that do not take its number. */
export async function idOf(api: TopdeskApi, kind: Kind, key: string): Promise<string> {
	if (isId(key)) return key;
	return z.object({ id: z.string() }).parse(await getRecord(api, kind, key)).id;
}

export function getManyOperation(kind: Kind): Operation {
	const filters = [
		...(kind.fiql ? conditionFields(kind.fiql) : []),
		...(kind.filters ?? []).map(({ property }) => property),
	];
	const options = [
		...(kind.fields ? [FIELDS] : []),
		...(kind.archivedInSearch
			? [flag('Include Archived', 'includeArchived', 'Whether to give archived records too')]
			: []),
		...(kind.sort ? [SORT] : []),
	];
	return {
		value: 'getAll',
		name: 'Get Many',
		action: `Get many ${kind.many}`,
		description: `Search ${kind.many}`,
		fields: [
			RETURN_ALL,
			LIMIT,
			...(filters.length > 0 ? [filterCollection(filters)] : []),
			...(options.length > 0 ? [collection('Options', 'options', 'Add Option', options)] : []),
		],
		run: ({ client, read, timezone }) =>
			client.api.rows(
				{
					what: `list ${kind.many}`,
					path: kind.path,
					headers: kind.accept && { accept: kind.accept.list },
					query: listQuery(kind, read, timezone),
					paging: kind.paging,
					schema: rowSchema,
				},
				{ limit: limitOf(read) },
			),
	};
}

const optionsSchema = z.object({
	fields: z.string().trim().optional(),
	includeArchived: z.boolean().default(false),
	sort: z.string().trim().optional(),
});

function listQuery(kind: Kind, read: OperationContext['read'], timezone: string): HttpQuery {
	const filters = read('filters', {}) as Record<string, unknown>;
	const { fields, includeArchived, sort } = optionsSchema.parse(read('options', {}));
	const query: HttpQuery = { sort: sort || undefined };
	if (kind.fields && fields) query[kind.fields] = fields;
	for (const { parameter, property } of kind.filters ?? []) {
		const value = filters[property.name] as QueryValue | QueryValue[] | undefined;
		if (value === undefined || value === '') continue;
		query[parameter] = property.type === 'dateTime' ? queryMoment(value, timezone) : value;
	}
	if (!kind.fiql) return query;
	const search = queryFrom(filters, kind.fiql, timezone);
	if (!kind.archivedInSearch) return { ...query, query: search };
	if (includeArchived) return { ...query, query: search ?? 'archived=in=(true,false)' };
	return { ...query, query: search && queryFrom(filters, kind.fiql, timezone, 'archived==false') };
}
