import { z } from 'zod/v4';
import { INCIDENT_EVENTS } from './events';
import type { IncidentsToFollow } from './follow-incidents';

const parametersSchema = z.object({
	events: z.array(z.enum(INCIDENT_EVENTS)).min(1, 'Choose at least one event'),
	filters: z.object({
		onlyWithExternalNumber: z.boolean().default(false),
		operatorGroup: z.string().trim().optional(),
		query: z.string().trim().optional(),
	}),
	simplify: z.boolean(),
});

/** What to follow, from what was filled in at the trigger. */
export function incidentsToFollow(read: (name: string) => unknown): IncidentsToFollow {
	const { events, filters, simplify } = parametersSchema.parse({
		events: read('events'),
		filters: read('filters'),
		simplify: read('simplify'),
	});
	return { events, ...filters, allFields: !simplify };
}
