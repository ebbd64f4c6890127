import type { ChangePage } from '../../shared/polling/change-window';
import type { Followed } from '../../shared/polling/follow-changes';
import type { TopdeskClient } from '../api/client';
import { fiqlAnd, fiqlText } from '../api/fiql';
import { queryMoment } from '../incident/moment';
import { TRAIL_EVENTS, type IncidentEvent, type IncidentHappening } from './events';
import { readTrail } from './progress-trail';
import { tellIncident } from './tell-incident';
import {
	incidentChange,
	TRACKED_FIELDS,
	versionOf,
	type IncidentVersion,
	type SeenIncident,
} from './tracked-incident';

export interface IncidentsToFollow {
	events: readonly IncidentEvent[];
	/** FIQL of the administrator. */
	query?: string;
	/** Id of a group. */
	operatorGroup?: string;
	onlyWithExternalNumber: boolean;
	/** Give every field of an incident, not only the ones that are looked at. */
	allFields: boolean;
}

/** Incidents per request: a change more or less does not matter, the answer must come quickly. */
const PAGE_SIZE = 1000;
/** Among so many it looks for one to test with. */
const LATEST = 25;

export const needsTrail = (events: readonly IncidentEvent[]): boolean =>
	events.some((event) => TRAIL_EVENTS.includes(event));

/** Incidents of a TOPdesk, by their modification date. Partial incidents, which only copy another, are left out. */
export function followIncidents(
	client: Pick<TopdeskClient, 'api' | 'listIncidents'>,
	wanted: IncidentsToFollow,
): Followed<SeenIncident, IncidentVersion, IncidentHappening> {
	const list = async (conditions: string[], order: 'asc' | 'desc', limit: number) => {
		const filters = [
			wanted.query ?? '',
			wanted.operatorGroup ? `operatorGroup.id==${fiqlText(wanted.operatorGroup)}` : '',
			wanted.onlyWithExternalNumber ? 'externalNumber!=null' : '',
		];
		const incidents = await client.listIncidents({
			query: fiqlAnd([...conditions, ...filters]) || undefined,
			sort: `modificationDate:${order}`,
			fields: wanted.allFields ? undefined : TRACKED_FIELDS.join(','),
			// Without this an incident disappears at the moment it is archived.
			all: true,
			limit,
		});
		return incidents.map(incidentChange);
	};
	const fits = ({ record: { read } }: { record: SeenIncident }): boolean =>
		!read.status?.startsWith('partial') && (!wanted.onlyWithExternalNumber || Boolean(read.externalNumber));

	return {
		kind: 'topdesk incident',
		async changedFrom(moment): Promise<ChangePage<SeenIncident>> {
			const since = `modificationDate=ge=${queryMoment(new Date(moment).toISOString(), 'utc')}`;
			// Always from the start: with an offset, an incident that changes meanwhile would shift another one out of sight.
			for (let limit = PAGE_SIZE; ; limit *= 2) {
				const found = await list([since], 'asc', limit);
				const last = found.at(-1)?.moment ?? moment;
				if (found.length < limit) return { changes: found.filter(fits), next: null };
				if (last > moment) return { changes: found.filter(fits), next: last };
			}
		},
		latest: async () => (await list([], 'desc', LATEST)).filter(fits),
		remember: versionOf,
		async tell(change, known) {
			return tellIncident(change, known, needsTrail(wanted.events) ? await readTrail(client, change.id) : []);
		},
		wants: ({ event }) => wanted.events.includes(event),
	};
}
