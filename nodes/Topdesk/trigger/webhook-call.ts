import { z } from 'zod/v4';
import { sampleChange, type Told } from '../../shared/polling/follow-changes';
import { followIncidents } from './follow-incidents';
import type { TopdeskClient } from '../api/client';
import { INCIDENT_EVENTS, type IncidentEvent, type IncidentHappening } from './events';
import { incidentChange } from './tracked-incident';

/** What an action sequence sends is a line; more is not read. */
export const MOST_BYTES = 10_000;

/** What an action sequence calls with: which incident, and why. */
export const callSchema = z.object({
	incident: z.string().trim().min(1, 'Give the number or the ID of the incident in "incident"').max(60),
	event: z.enum(INCIDENT_EVENTS).default('updated'),
});
export type WebhookCall = z.infer<typeof callSchema>;

/**
 * What TOPdesk itself says of the incident that a call names. The call is only a hint: it is
 * believed when the incident is as it says, so calling again, or with something made up, does no
 * harm. Null when it is not so (closed, while the incident is open).
 */
export async function whatHappened(
	client: Pick<TopdeskClient, 'api' | 'getIncident' | 'listIncidents'>,
	{ incident, event }: WebhookCall,
): Promise<Told<IncidentHappening> | null> {
	const wanted = { events: [event] as IncidentEvent[], onlyWithExternalNumber: false, allFields: true };
	const followed = followIncidents(client, wanted);
	const told = await sampleChange(followed, incidentChange(await client.getIncident(incident)));
	return told.at(-1) ?? null;
}
