import { z } from 'zod/v4';
import { collect, type Paging } from '../shared/http/paging';
import type { HttpQuery } from '../shared/http/transport';
import { API } from './api/api';
import type { TopdeskClient } from './api/client';
import { fiqlOr, fiqlText } from './api/fiql';
import { PAGING } from './api/paging';
import { lookupSchema } from './api/schemas';

/** As many as somebody looks through before typing a letter more. */
const SHOWN = 100;

export interface Found {
	name: string;
	/** The ID. */
	value: string;
}

/** @param filter what was typed; @param group the operator group that is chosen, where one is */
export type Search = (client: TopdeskClient, filter: string, group?: string) => Promise<Found[]>;

/** By the beginning of the name, with TOPdesk's own quick search. */
const byName =
	(list: string, more: (group?: string) => HttpQuery = () => ({})): Search =>
	async (client, filter, group) => {
		const found = await collect(
			client.api.rows(
				{
					what: `search ${list}`,
					path: `${API}/${list}/lookup`,
					query: { name: filter || undefined, archived: false, ...more(group) },
					paging: PAGING.lookup,
					schema: lookupSchema,
				},
				{ limit: SHOWN },
			),
		);
		return found.map(({ id, name }) => ({ name, value: id }));
	};

const numberedSchema = z.looseObject({
	id: z.string(),
	number: z.string().nullish(),
	name: z.string().nullish(),
	briefDescription: z.string().nullish(),
	translation: z.looseObject({ content: z.looseObject({ title: z.string().nullish() }).nullish() }).nullish(),
});

interface List {
	what: string;
	path: string;
	paging: Paging;
	headers?: Record<string, string>;
	/** What to ask for what was typed; without it the newest are asked for and searched here. */
	query?: (filter: string) => HttpQuery;
}

/** Records with a number or name and a description, found by the beginning of one or by any part of the other. */
const byNumber =
	({ query = () => ({}), ...list }: List): Search =>
	async (client, filter) => {
		const rows = client.api.rows(
			{ ...list, query: query(filter), schema: numberedSchema },
			{ limit: list.paging.kind === 'top' ? undefined : SHOWN },
		);
		const found = (await collect(rows)).map(({ id, number, name, briefDescription, translation }) => ({
			name: [number, name ?? briefDescription ?? translation?.content?.title].filter(Boolean).join(' ') || id,
			value: id,
		}));
		return found.filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase())).slice(0, SHOWN);
	};

/** In FIQL, of which a typed text is never a part but always a value. */
const startsWith = (filter: string, ...fields: string[]) =>
	filter ? fiqlOr(fields.map((field) => `${field}=sw=${fiqlText(filter)}`)) : undefined;

/** The searches of records, by the method that the choices in the node name. */
export const SEARCHES = {
	searchBranches: byName('branches'),
	searchLocations: byName('locations'),
	searchPersons: byName('persons'),
	searchSuppliers: byName('suppliers'),
	searchOperatorGroups: byName('operatorgroups'),
	/** Only those of the group that is chosen, where one is. */
	searchOperators: byName('operators', (operatorgroupid) => ({ operatorgroupid })),
	searchIncidents: byNumber({
		what: 'search incidents',
		path: `${API}/incidents`,
		paging: PAGING.incidents,
		query: (filter) => ({
			fields: 'id,number,briefDescription',
			sort: 'modificationDate:desc',
			query: startsWith(filter, 'number', 'briefDescription'),
		}),
	}),
	searchChanges: byNumber({ what: 'search changes', path: `${API}/operatorChanges`, paging: PAGING.changes }),
	searchChangeActivities: byNumber({
		what: 'search change activities',
		path: `${API}/operatorChangeActivities`,
		paging: PAGING.changes,
	}),
	searchOperationalActivities: byNumber({
		what: 'search operational activities',
		path: `${API}/operationalActivities`,
		paging: PAGING.changes,
		query: (filter) => ({
			fields: 'id,number,briefDescription',
			query: startsWith(filter, 'number', 'briefDescription'),
		}),
	}),
	searchKnowledgeItems: byNumber({
		what: 'search knowledge items',
		path: '/services/knowledge-base-v1/knowledgeItems',
		paging: PAGING.knowledgeItems,
		query: () => ({ fields: 'number,title' }),
	}),
	searchServices: byNumber({ what: 'search services', path: `${API}/services`, paging: PAGING.services }),
	searchAssets: byNumber({
		what: 'search assets',
		path: `${API}/assetmgmt/assets`,
		paging: PAGING.assets,
		headers: { accept: 'application/x.topdesk-am-assets-v2+json' },
		query: (filter) => ({ fields: 'name', nameFragment: filter || undefined }),
	}),
} satisfies Record<string, Search>;
