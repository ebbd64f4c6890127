import { z } from 'zod/v4';
import type { HttpSend } from '../../shared/http/http-client';
import { topdeskBaseUrl } from '../api/base-url';
import { topdeskError, unexpectedAnswer } from '../api/errors';
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

/** The largest that TOPdesk allows here. */
const PAGE_SIZE = 100;

/** Reads what was written in the progress trail of an incident; attachments are not among it. */
export type ReadTrail = (incidentId: string) => Promise<TrailText[]>;

/** @param baseUrl as people fill it in, see `topdeskBaseUrl` */
export function trailReader(send: HttpSend, baseUrl: string): ReadTrail {
	const api = `${topdeskBaseUrl(baseUrl)}/tas/api`;
	return async (incidentId) => {
		const what = 'read the progress trail of an incident';
		const url = `${api}/incidents/id/${encodeURIComponent(incidentId)}/progresstrail`;
		const texts: TrailText[] = [];
		for (let start = 0; ; start += PAGE_SIZE) {
			const answer = await send({ method: 'GET', url, query: { start, page_size: PAGE_SIZE } });
			// Deleted after it was listed: there is nothing to tell any more.
			if (answer.status === 404) return [];
			if (answer.status < 200 || answer.status >= 300) throw topdeskError(answer, what);
			if (answer.status === 204) return texts;
			const entries = z.array(entrySchema).safeParse(answer.body);
			if (!entries.success) throw unexpectedAnswer(answer, what);
			texts.push(...entries.data.flatMap(textOf));
			if (answer.status !== 206) return texts;
		}
	};
}

function textOf(entry: z.infer<typeof entrySchema>): TrailText[] {
	const text = entry.plainText ?? entry.memoText;
	if (typeof text !== 'string') return [];
	const by = entry.person && !entry.operator ? 'caller' : 'operator';
	const name = (by === 'caller' ? entry.person : entry.operator)?.name ?? null;
	const invisibleForCaller = entry.invisibleForCaller ?? false;
	return [{ id: entry.id, at: entry.entryDate, text, by, name, invisibleForCaller }];
}
