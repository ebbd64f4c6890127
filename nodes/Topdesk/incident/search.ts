import { z } from 'zod/v4';
import type { ListIncidents } from '../api/client';
import { fiqlAnd, fiqlText } from '../api/fiql';
import { queryMoment } from './moment';

const text = z.string().trim().optional();
const filtersSchema = z.object({
	category: text,
	closed: z.boolean().optional(),
	createdFrom: z.unknown(),
	externalNumber: text,
	modifiedFrom: z.unknown(),
	processingStatus: text,
	query: text,
});
const optionsSchema = z.object({ fields: text, includeArchived: z.boolean().default(false), sort: text });

/** Turns the filters of the node into TOPdesk's search; empty ones are no filters. */
export function searchFrom(filters: object, options: object, timezone: string): ListIncidents {
	const { category, closed, createdFrom, externalNumber, modifiedFrom, processingStatus, query } =
		filtersSchema.parse(filters);
	const { fields, includeArchived, sort } = optionsSchema.parse(options);
	const conditions = [
		category && `category.name==${fiqlText(category)}`,
		closed !== undefined && `closed==${closed}`,
		createdFrom && `creationDate=ge=${queryMoment(createdFrom, timezone)}`,
		externalNumber && `externalNumber==${fiqlText(externalNumber)}`,
		modifiedFrom && `modificationDate=ge=${queryMoment(modifiedFrom, timezone)}`,
		processingStatus && `processingStatus.name==${fiqlText(processingStatus)}`,
		query,
	].filter((condition): condition is string => Boolean(condition));
	return {
		query: fiqlAnd(conditions) || undefined,
		// An id and a number are what makes an answer an incident.
		fields:
			fields && [...new Set(['id', 'number', ...fields.split(',').map((name) => name.trim())])].join(','),
		all: includeArchived,
		sort: sort || 'creationDate:asc',
	};
}
