import { z } from 'zod/v4';
import type { ListIncidents } from '../api/client';
import { fiqlAnd, fiqlCondition } from '../api/fiql';
import { conditionsFrom } from '../resources/conditions';
import { SEARCH_FIELDS } from './search-fields';

const text = z.string().trim().optional();
const filtersSchema = z.looseObject({
	category: text,
	closed: z.boolean().optional(),
	createdFrom: z.unknown(),
	externalNumber: text,
	modifiedFrom: z.unknown(),
	processingStatus: text,
});
const count = z.number().int().min(1).optional();
const optionsSchema = z.object({
	fields: text,
	includeArchived: z.boolean().default(false),
	pageSize: count,
	parallel: count,
	sort: text,
});

/** Turns the filters of the node into TOPdesk's search; empty ones are no filters. */
export function searchFrom(filters: object, options: object, timezone: string): ListIncidents {
	const given = filtersSchema.parse(filters);
	const { fields, includeArchived, sort, ...paging } = optionsSchema.parse(options);
	const is = (field: string, value: unknown) =>
		fiqlCondition({ field, comparison: 'equals', value, type: SEARCH_FIELDS[field]!.type }, timezone);
	const from = (field: string, value: unknown) =>
		fiqlCondition({ field, comparison: 'greaterOrEqual', value, type: 'date' }, timezone);
	const conditions = [
		given.category && is('category.name', given.category),
		given.closed !== undefined && is('closed', given.closed),
		given.createdFrom && from('creationDate', given.createdFrom),
		given.externalNumber && is('externalNumber', given.externalNumber),
		given.modifiedFrom && from('modificationDate', given.modifiedFrom),
		given.processingStatus && is('processingStatus.name', given.processingStatus),
		...conditionsFrom(filters, SEARCH_FIELDS, timezone),
	].filter((condition): condition is string => Boolean(condition));
	return {
		...paging,
		query: fiqlAnd(conditions) || undefined,
		// An id and a number are what makes an answer an incident.
		fields:
			fields && [...new Set(['id', 'number', ...fields.split(',').map((name) => name.trim())])].join(','),
		all: includeArchived,
		sort: sort || 'creationDate:asc',
	};
}
