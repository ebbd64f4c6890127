import { z } from 'zod/v4';
import { ApiError } from '../../shared/http/api-error';
import type { Change } from '../../shared/polling/change-window';
import { SYSTEM } from '../api/errors';

const named = z.looseObject({ id: z.string().nullish(), name: z.string().nullish() }).nullish();

/** TOPdesk writes moments as `2020-10-01T14:10:00Z` or as `2020-10-01T14:10:00.000+0000`. */
export const topdeskMoment = z.string().transform((text, context): number => {
	const moment = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
	if (!Number.isNaN(moment)) return moment;
	context.addIssue({ code: 'custom', message: `'${text}' is no moment as TOPdesk writes it` });
	return z.NEVER;
});

/** What a trigger reads of an incident, with the moments as milliseconds since 1970. */
export const trackedIncidentSchema = z.looseObject({
	id: z.string().min(1),
	number: z.string().min(1),
	status: z.string().nullish(),
	briefDescription: z.string().nullish(),
	externalNumber: z.string().nullish(),
	creationDate: topdeskMoment,
	modificationDate: topdeskMoment,
	closed: z.boolean().nullish(),
	closedDate: z.string().nullish(),
	completed: z.boolean().nullish(),
	completedDate: z.string().nullish(),
	onHold: z.boolean().nullish(),
	targetDate: z.string().nullish(),
	caller: z.looseObject({ dynamicName: z.string().nullish(), email: z.string().nullish() }).nullish(),
	category: named,
	subcategory: named,
	callType: named,
	priority: named,
	processingStatus: named,
	operator: named,
	operatorGroup: named,
	supplier: named,
});
export type TrackedIncident = z.infer<typeof trackedIncidentSchema>;

/** The fields that a trigger asks for when it does not give everything: TOPdesk is slow with all of them. */
export const TRACKED_FIELDS = Object.keys(trackedIncidentSchema.shape);

/** An incident as TOPdesk gave it, and as it is read. */
export interface SeenIncident {
	given: Record<string, unknown>;
	read: TrackedIncident;
}

/** @throws ApiError for an incident without the moments by which changes are found */
export function incidentChange(given: Record<string, unknown>): Change<SeenIncident> {
	const { data: read, error } = trackedIncidentSchema.safeParse(given);
	if (!read) {
		throw new ApiError(
			SYSTEM,
			200,
			'rejected',
			`TOPdesk gives incident ${String(given.number)} without what is needed to follow it: ${z.prettifyError(error)}`,
			'Ask the TOPdesk administrator whether the operator of the credential may see these fields.',
		);
	}
	// Whole seconds: lists and single incidents differ in whether they give more.
	const moment = Math.floor(read.modificationDate / 1000) * 1000;
	return { id: read.id, moment, fingerprint: fingerprintOf(read), record: { given, read } };
}

/** Two changes within the same second have the same moment; this tells them apart. */
function fingerprintOf(incident: TrackedIncident): string {
	const { caller, closedDate, completedDate, targetDate } = incident;
	const dates = [closedDate, completedDate, targetDate].map(
		(date) => topdeskMoment.safeParse(date).data ?? date,
	);
	const names = [
		incident.category,
		incident.subcategory,
		incident.callType,
		incident.priority,
		incident.processingStatus,
		incident.operator,
		incident.operatorGroup,
		incident.supplier,
	].map((entry) => entry?.id ?? entry?.name ?? null);
	const { status, briefDescription, externalNumber, closed, completed, onHold } = incident;
	const plain = [status, briefDescription, externalNumber, closed, completed, onHold];
	return JSON.stringify(
		[...plain, ...dates, ...names, caller?.dynamicName, caller?.email].map((v) => v ?? ''),
	);
}

/** What is remembered of an incident, to tell what changed in it. */
export interface IncidentVersion {
	status: string | null;
	operator: string | null;
	group: string | null;
	/** When it was closed; null when it is open. */
	closed: string | null;
	completed: string | null;
	archived: boolean;
}

export const versionOf = ({ read }: SeenIncident): IncidentVersion => ({
	status: read.processingStatus?.name ?? null,
	operator: read.operator?.name ?? null,
	group: read.operatorGroup?.name ?? null,
	closed: read.closed ? (read.closedDate ?? 'closed') : null,
	completed: read.completed ? (read.completedDate ?? 'completed') : null,
	archived: read.status?.endsWith('Archived') ?? false,
});
