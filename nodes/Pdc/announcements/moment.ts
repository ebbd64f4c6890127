import { DateTime } from 'luxon';
import { ZONE } from '../../shared/domain/working-time/working-calendar';

/**
 * A moment of a supplier's system in UTC: ISO 8601 with any offset, and without one in Dutch time. A pair of `date` and
 * `time`, as Planon writes them, counts too. Null for what is empty.
 * @throws Error for what is no moment
 */
export function momentOf(value: unknown): string | null {
	const pair = value as { date?: unknown; time?: unknown } | null;
	const text =
		typeof pair === 'object' && pair !== null ? [pair.date, pair.time].filter(Boolean).join('T') : value;
	if (text === null || text === undefined || text === '') return null;
	const moment = DateTime.fromISO(String(text).trim().replace(' ', 'T'), { zone: ZONE });
	if (!moment.isValid)
		throw new Error(`'${String(text)}' is no moment. It should look like 2026-12-05T08:00.`);
	return moment.toUTC().toISO();
}

const local = (iso: string): DateTime => DateTime.fromISO(iso, { zone: ZONE }).setLocale('nl');
const DAY = 'cccc d MMMM yyyy';
const TIME = "H.mm 'uur'";

/** For people: zaterdag 5 december 2026, 8.00 uur. */
export const momentForPeople = (iso: string): string => local(iso).toFormat(`${DAY}, ${TIME}`);

/** For people: zaterdag 5 december 2026, van 8.00 tot 12.00 uur. */
export function periodForPeople(start: string | null, end: string | null): string {
	if (start === null) return end === null ? 'nog niet bekend' : `tot ${momentForPeople(end)}`;
	if (end === null) return `vanaf ${momentForPeople(start)}`;
	const [from, until] = [local(start), local(end)];
	if (from.hasSame(until, 'day')) return `${from.toFormat(`${DAY}, 'van' H.mm`)} tot ${until.toFormat(TIME)}`;
	return `van ${momentForPeople(start)} tot ${momentForPeople(end)}`;
}
