import {
	ANNOUNCEMENT_SOURCES,
	isOver,
	looksTheSame,
	type Announcement,
} from '../../shared/domain/pdc/announcement';
import type { Pdc } from '../../shared/storage/pdc';
import type { Version } from '../../shared/storage/pdc-versions';
import type { Report } from './report';

/** What became of what a supplier's system says. */
export interface TakenIn {
	/** Null for what was over before anybody heard of it. */
	announcement: Announcement | null;
	/** Of the announcement; 0 when there is none. */
	version: number;
	/** Whether it is new, or something changed that a customer notices. */
	changed: boolean;
}

/** Keeps what a supplier's system says: a version more when a customer notices the difference, otherwise nothing. */
export async function takeIn(pdc: Pdc, report: Report, by: string): Promise<TakenIn> {
	const { announcements } = pdc;
	const code = `${report.source}:${report.supplier}:${report.sourceId}`;
	const known = await announcements.versions.find(code);
	if (!known && isOver(report)) return { announcement: null, version: 0, changed: false };
	const announcement = updated(code, known?.content ?? null, report);
	if (known && looksTheSame(known.content, announcement)) return asResult(known, false);
	const reason = known ? 'Gewijzigd bij de leverancier' : 'Nieuw bij de leverancier';
	return asResult(await announcements.versions.put(announcement, { by, reason }), true);
}

function updated(code: string, known: Announcement | null, report: Report): Announcement {
	const { source, sourceId, number, supplier, state } = report;
	const words = {
		title: report.title,
		place: report.place ?? known?.words.place ?? '',
		text: known?.words.text ?? '',
	};
	const canceled = state === 'vervallen' && known;
	return {
		...{ code, source, sourceId, number, supplier, state },
		kind: ANNOUNCEMENT_SOURCES[source],
		start: report.start === undefined ? (known?.start ?? null) : report.start,
		end: report.end === undefined ? (known?.end ?? null) : report.end,
		words: canceled ? known.words : words,
		review: known?.review ?? null,
	};
}

const asResult = ({ content, version }: Version<Announcement>, changed: boolean): TakenIn => ({
	announcement: content,
	version,
	changed,
});
