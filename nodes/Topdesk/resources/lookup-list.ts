import { z } from 'zod/v4';
import { API, rowSchema } from '../api/api';
import { LOOKUPS, type LookupName } from '../api/lookups';
import { PAGING } from '../api/paging';
import { LIMIT, RETURN_ALL } from './fields';
import { limitOf } from './limit';
import type { Resource } from './operation';

const titleCase = (label: string) => label.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
const SEARCHLIST = 'searchlist';

const digit = (displayName: string, name: string, maxValue: number) => ({
	...{ displayName, name, type: 'number' as const, default: 1 },
	typeOptions: { minValue: 1, maxValue },
	displayOptions: { show: { list: [SEARCHLIST] } },
});

/** Gives the entries as TOPdesk has them, with at least `id` and `name`. */
export const lookupList: Resource = {
	value: 'lookupList',
	name: 'Lookup List',
	operations: [
		{
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many entries of a lookup list',
			description: 'Get the categories, priorities, statuses and other choices of an environment',
			fields: [
				{
					displayName: 'List',
					name: 'list',
					type: 'options',
					options: [
						...Object.entries(LOOKUPS).map(([value, { label }]) => ({ name: titleCase(label), value })),
						{ name: 'Search List of Incident', value: SEARCHLIST },
					].sort((one, other) => one.name.localeCompare(other.name, 'en')),
					default: 'category',
				},
				digit('Optional Fields Tab', 'tab', 2),
				digit('Search List', 'searchlist', 5),
				RETURN_ALL,
				LIMIT,
			],
			run({ client, read }) {
				const names = [...Object.keys(LOOKUPS), SEARCHLIST] as [LookupName | 'searchlist'];
				const name = z.enum(names).parse(read('list'));
				const path =
					name === SEARCHLIST
						? `${API}/incidents/free_fields/${Number(read('tab', 1))}/searchlists/${Number(read('searchlist', 1))}`
						: LOOKUPS[name].path;
				const label = name === SEARCHLIST ? 'the search list' : LOOKUPS[name].label;
				return client.api.rows(
					{ what: `list the choices for ${label}`, path, paging: PAGING.none, schema: rowSchema },
					{ limit: limitOf(read) },
				);
			},
		},
	],
};
