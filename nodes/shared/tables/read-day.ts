import { DateTime } from 'luxon';
import { ZONE } from '../domain/working-time/working-calendar';

const FORMATS = ['yyyy-MM-dd', 'd-M-yyyy', 'd/M/yyyy', 'd.M.yyyy', 'd MMMM yyyy', 'd MMM yyyy', 'd-M-yy'];

/** A day as people and systems write it, as an ISO date; null when it is not a day. */
export function readDay(written: string): string | null {
	const text = written.trim().toLowerCase();
	for (const format of FORMATS) {
		const day = DateTime.fromFormat(text, format, { locale: 'nl', zone: 'utc' });
		if (day.isValid) return day.toISODate();
	}
	// A moment of a system counts as its day in the Netherlands.
	const moment = DateTime.fromISO(written.trim(), { zone: ZONE });
	return moment.isValid && /\dT\d/.test(written) ? moment.toISODate() : null;
}
