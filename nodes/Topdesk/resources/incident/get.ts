import { searchFrom } from '../../incident/search';
import { SEARCH_FIELDS } from '../../incident/search-fields';
import { conditionFields, filterCollection } from '../conditions';
import {
	choice,
	collection,
	FIELDS,
	flag,
	LIMIT,
	moment,
	PAGE_SIZE,
	PARALLEL,
	RETURN_ALL,
	SORT,
	text,
} from '../fields';
import { limitOf } from '../limit';
import type { Operation } from '../operation';
import { INCIDENT, incidentKey } from './key';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an incident',
	description: 'Get an incident by its number or ID',
	fields: [INCIDENT],
	run: async ({ client, read }) => [await client.getIncident(incidentKey(read))],
};

/** Gives the incidents one by one as their pages come in. */
export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many incidents',
	description: 'Search incidents',
	fields: [
		RETURN_ALL,
		LIMIT,
		filterCollection([
			{ ...choice('Category', 'category', 'getCategories'), displayName: 'Category Name' },
			flag(
				'Closed',
				'closed',
				'Whether to give only closed incidents, or only incidents that are not closed',
			),
			moment('Created From', 'createdFrom'),
			text('External Number', 'externalNumber', { placeholder: 'R-2026-000123' }),
			moment('Modified From', 'modifiedFrom'),
			{
				...choice('Processing Status', 'processingStatus', 'getProcessingStatuses'),
				displayName: 'Processing Status Name',
			},
			...conditionFields(SEARCH_FIELDS),
		]),
		collection('Options', 'options', 'Add Option', [
			FIELDS,
			flag(
				'Include Archived and Partial',
				'includeArchived',
				'Whether to give archived and partial incidents too',
			),
			PAGE_SIZE,
			PARALLEL,
			{ ...SORT, default: 'creationDate:asc' },
		]),
	],
	run({ client, read, timezone }) {
		const search = searchFrom(read('filters', {}) as object, read('options', {}) as object, timezone);
		return client.eachIncident({ ...search, limit: limitOf(read) });
	},
};
