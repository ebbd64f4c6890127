import { z } from 'zod/v4';
import type { Supplier } from '../../shared/domain/codebook';
import type { AnnouncementState } from '../../shared/domain/pdc/announcement';
import { momentOf } from './moment';
import { reportSchema, type Report } from './report';
import { withoutPersonalData } from './without-personal-data';

export interface ReportedBy {
	supplier: Supplier;
	/** Where it is, for records that do not say so. */
	place: string;
}

const text = z.string().nullish();
const named = z.looseObject({ name: text }).nullish();

/** An entry of the change calendar, as TOPdesk: Get Calendar gives it. Nothing else of it is read. */
const calendarSchema = z.object({
	id: z.string('This is no entry of the change calendar: it has no id'),
	number: text,
	briefDescription: text,
	currentState: z.enum(['planned', 'in_progress', 'done', 'canceled']),
	start: z.unknown(),
	end: z.unknown(),
});
const CALENDAR_STATES: Record<z.output<typeof calendarSchema>['currentState'], AnnouncementState> = {
	planned: 'gepland',
	in_progress: 'bezig',
	done: 'opgelost',
	canceled: 'vervallen',
};

/** Planned work of a change in TOPdesk. @throws ZodError for what is no entry of its calendar */
export function fromCalendar(record: unknown, { supplier, place }: ReportedBy): Report {
	const { id, number, briefDescription, currentState, start, end } = calendarSchema.parse(record);
	return reportSchema.parse({
		source: 'topdesk-wijziging',
		sourceId: id,
		number: number ?? '',
		supplier,
		state: CALENDAR_STATES[currentState],
		// One that was canceled does not say when it would have been.
		...(currentState !== 'canceled' && { start: momentOf(start), end: momentOf(end) }),
		title: withoutPersonalData(briefDescription || 'Gepland werk'),
		...(place && { place }),
	});
}

/** A major incident, as TOPdesk: Get Major Incidents gives it. Caller, operator and memos are not read. */
const incidentSchema = z.object({
	id: z.string('This is no incident: it has no id'),
	number: text,
	status: text,
	briefDescription: text,
	majorCall: z.boolean().nullish(),
	branch: named,
	location: named,
	callDate: z.unknown(),
	creationDate: z.unknown(),
	targetDate: z.unknown(),
	completed: z.boolean().nullish(),
	closed: z.boolean().nullish(),
});

/** A disturbance of a major incident in TOPdesk. @throws ZodError for what is no incident */
export function fromMajorIncident(record: unknown, { supplier, place }: ReportedBy): Report {
	const incident = incidentSchema.parse(record);
	const { id, number, status, briefDescription, branch, location } = incident;
	const over = incident.completed || incident.closed || status?.endsWith('Archived');
	const state: AnnouncementState = over ? 'opgelost' : incident.majorCall ? 'bezig' : 'vervallen';
	return reportSchema.parse({
		source: 'topdesk-storing',
		sourceId: id,
		number: number ?? '',
		supplier,
		state,
		start: momentOf(incident.callDate ?? incident.creationDate),
		end: momentOf(incident.targetDate),
		title: withoutPersonalData(briefDescription || 'Storing'),
		place: [branch?.name, location?.name].filter(Boolean).join(', ') || place,
	});
}
