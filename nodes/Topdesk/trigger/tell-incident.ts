import type { Change } from '../../shared/polling/change-window';
import type { Happening, Known } from '../../shared/polling/follow-changes';
import type { IncidentEvent, IncidentHappening } from './events';
import type { TrailText } from './progress-trail';
import { topdeskMoment, versionOf, type IncidentVersion, type SeenIncident } from './tracked-incident';

type Told = Happening<IncidentHappening>;

/** The item of an event, with the ticket by which the rest of the workflow knows the incident. */
export function happeningOf(
	event: IncidentEvent,
	{ given, read }: SeenIncident,
	more: Partial<IncidentHappening> = {},
): IncidentHappening {
	const ticket = { system: 'topdesk' as const, number: read.number, id: read.id };
	return { event, incident: given, ticket, reference: read.externalNumber || null, ...more };
}

/**
 * Everything that happened to an incident since it was last seen.
 * @param trail what was written in its progress trail; empty when nobody asked for it
 */
export function tellIncident(
	{ record }: Change<SeenIncident>,
	known: Known<IncidentVersion>,
	trail: readonly TrailText[],
): Told[] {
	const { creationDate } = record.read;
	const isNew = known.version === undefined && creationDate >= known.floor && !known.sample;
	const told: Told[] = [{ key: 'created', at: creationDate, event: happeningOf('created', record) }];
	if (!isNew) told.push({ key: 'updated', event: happeningOf('updated', record) });
	told.push(...endsOf(record, known), ...(isNew ? [] : changesOf(record, known)));
	return [...told, ...textsOf(record, trail)];
}

/** Closed, completed and archived. */
function endsOf(record: SeenIncident, { version }: Known<IncidentVersion>): Told[] {
	const now = versionOf(record);
	const ends = (['closed', 'completed'] as const).flatMap((event): Told[] => {
		const date = now[event];
		if (date === null || version?.[event] === date) return [];
		const told = { key: event, event: happeningOf(event, record) };
		// The date can be filled in by hand, so it only decides where nothing else is known.
		const moment = version === undefined ? topdeskMoment.safeParse(date).data : undefined;
		return [moment === undefined ? told : { ...told, at: moment }];
	});
	if (!now.archived || version?.archived) return ends;
	return [...ends, { key: 'archived', event: happeningOf('archived', record) }];
}

const COMPARED = { statusChanged: 'status', operatorChanged: 'operator', groupChanged: 'group' } as const;

/** The status, operator and group that are no longer what they were. */
function changesOf(record: SeenIncident, { version }: Known<IncidentVersion>): Told[] {
	const now = versionOf(record);
	return Object.entries(COMPARED).flatMap(([event, field]): Told[] => {
		const [from, to] = [version?.[field] ?? null, now[field]];
		if (from === to) return [];
		return [{ key: event, event: happeningOf(event as keyof typeof COMPARED, record, { from, to }) }];
	});
}

function textsOf(record: SeenIncident, trail: readonly TrailText[]): Told[] {
	return trail
		.filter(({ by, at }) => by === 'operator' || !isFirstRequest(record, at))
		.map(({ at, ...text }) => {
			const entry = { ...text, at: new Date(at).toISOString() };
			const event = text.by === 'caller' ? 'callerReplied' : 'memoAdded';
			return { key: `text ${text.id}`, at, event: happeningOf(event, record, { entry }) };
		});
}

/** What the caller wrote when the incident was made is no reply. */
const isFirstRequest = ({ read }: SeenIncident, at: number): boolean =>
	Math.floor(at / 1000) <= Math.floor(read.creationDate / 1000);
