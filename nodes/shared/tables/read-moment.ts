import { DateTime } from 'luxon';
import { ZONE } from '../domain/working-time/working-calendar';
import { readDay } from './read-day';

const TIMES = [
	'yyyy-MM-dd HH:mm',
	'yyyy-MM-dd HH:mm:ss',
	'd-M-yyyy H:mm',
	'd-M-yyyy H:mm:ss',
	'd/M/yyyy H:mm',
	'd.M.yyyy H:mm',
];

/** Excel counts days from here on; what is outside these is a number that is no date: 1954 to 2119. */
const EXCEL_BEGIN = DateTime.fromISO('1899-12-30', { zone: 'utc' });
const EXCEL_DAYS = { first: 20_000, last: 80_000 };

/**
 * A moment as people, systems and Excel write it (also as Excel's own number of days), as ISO 8601 in UTC; null when it
 * is none. Without an offset it is Dutch time; a day is its first moment.
 */
export function readMoment(written: string): string | null {
	const text = written.trim();
	if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return ofExcel(Number(text.replace(',', '.')));
	for (const format of TIMES) {
		const moment = DateTime.fromFormat(text, format, { locale: 'nl', zone: ZONE });
		if (moment.isValid) return moment.toUTC().toISO();
	}
	if (/^\d{4}-\d\d-\d\dT\d/.test(text)) {
		const moment = DateTime.fromISO(text, { zone: ZONE });
		return moment.isValid ? moment.toUTC().toISO() : null;
	}
	const day = readDay(text);
	return day && DateTime.fromISO(day, { zone: ZONE }).toUTC().toISO();
}

function ofExcel(days: number): string | null {
	if (days < EXCEL_DAYS.first || days > EXCEL_DAYS.last) return null;
	// To the minute: a time is a fraction of a day, which is never exact.
	const clock = EXCEL_BEGIN.plus({ minutes: Math.round(days * 24 * 60) });
	return clock.setZone(ZONE, { keepLocalTime: true }).toUTC().toISO();
}
