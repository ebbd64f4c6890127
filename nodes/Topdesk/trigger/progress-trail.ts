import { z } from 'zod/v4';
import { ApiError } from '../../shared/http/api-error';
import { collect } from '../../shared/http/paging';
import type { TopdeskClient } from '../api/client';
import { incidentPath } from '../api/incident-key';
import { PAGING } from '../api/paging';
import { topdeskMoment } from './tracked-incident';

const named = z.looseObject({ id: z.string().nullish(), name: z.string().nullish() }).nullish();

const entrySchema = z.looseObject({
	id: z.string(),
	entryDate: topdeskMoment,
	memoText: z.string().nullish(),
	plainText: z.string().nullish(),
	invisibleForCaller: z.boolean().nullish(),
	/** An operator wrote it, */
	operator: named,
	/** or the caller did. */
	person: named,
});

/** A text that somebody wrote in the progress trail of an incident. */
export interface TrailText {
	id: string;
	/** Milliseconds since 1970. */
	at: number;
	text: string;
	by: 'operator' | 'caller';
	name: string | null;
	invisibleForCaller: boolean;
}

/** What was written in the progress trail of an incident; attachments are not among it. */
export async function readTrail(
	{ api }: Pick<TopdeskClient, 'api'>,
	incidentId: string,
): Promise<TrailText[]> {
	const entries = api.rows({
		what: 'read the progress trail of an incident',
		path: incidentPath(incidentId, '/progresstrail'),
		paging: PAGING.trail,
		schema: entrySchema,
	});
	try {
		return (await collect(entries)).flatMap(textOf);
	} catch (error) {
		// Deleted after it was listed: there is nothing to tell any more.
		if (error instanceof ApiError && error.failure === 'not-found') return [];
		throw error;
	}
}

function textOf(entry: z.infer<typeof entrySchema>): TrailText[] {
	const text = entry.plainText ?? entry.memoText;
	if (typeof text !== 'string') return [];
	const by = entry.person && !entry.operator ? 'caller' : 'operator';
	const name = (by === 'caller' ? entry.person : entry.operator)?.name ?? null;
	const invisibleForCaller = entry.invisibleForCaller ?? false;
	return [{ id: entry.id, at: entry.entryDate, text, by, name, invisibleForCaller }];
}
