/** What a trigger can tell of an incident. */
export const INCIDENT_EVENTS = [
	'archived',
	'callerReplied',
	'closed',
	'completed',
	'created',
	'groupChanged',
	'memoAdded',
	'operatorChanged',
	'statusChanged',
	'updated',
] as const;
export type IncidentEvent = (typeof INCIDENT_EVENTS)[number];

/** Only the progress trail tells these; it takes a request per changed incident. */
export const TRAIL_EVENTS: readonly IncidentEvent[] = ['callerReplied', 'memoAdded'];

/** One thing that happened to an incident, as it goes into the workflow. */
export interface IncidentHappening {
	event: IncidentEvent;
	incident: Record<string, unknown>;
	ticket: { system: 'topdesk'; number: string; id: string };
	/** The external number, which is our reference; null without one. */
	reference: string | null;
	/** Of a status, operator or group: what it was, null when that is not known or was nothing. */
	from?: string | null;
	to?: string | null;
	/** What was written. */
	entry?: {
		id: string;
		at: string;
		text: string;
		by: 'operator' | 'caller';
		name: string | null;
		invisibleForCaller: boolean;
	};
}
