import { DateTime } from 'luxon';

/** A date and time without a time zone, as Planon takes and gives those of a place. */
export interface DateTimePair {
	/** YYYY-MM-DD */
	date: string;
	/** HH:mm:ss */
	time: string;
}

/** Whether ISO text says its time zone; a day such as 2026-12-01 ends on what looks like one. */
const hasZone = (iso: string): boolean =>
	/T/i.test(iso) && /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(iso.slice(iso.search(/T/i)));

/**
 * A pair from ISO text. Without a time zone in the text it is taken as it stands; with one, it
 * becomes what the clock says at that moment in `timeZone`. A day alone begins at midnight.
 * @throws Error for text that is no date and time
 */
export function pairOf(text: string, timeZone: string): DateTimePair {
	const read = readTyped(text, timeZone).moment;
	return { date: read.toFormat('yyyy-MM-dd'), time: read.toFormat('HH:mm:ss') };
}

/**
 * A moment for a filter, as Planon writes its own: with a time zone in the text in UTC
 * (`2026-12-01T13:00:00Z`), without one as it stands (`2026-12-01T14:00:00`).
 * @throws Error for text that is no date and time
 */
export function filterMoment(text: string): string {
	const { moment, zoned } = readTyped(text, 'utc');
	return moment.toFormat("yyyy-MM-dd'T'HH:mm:ss") + (zoned ? 'Z' : '');
}

/** What a person typed; without a time zone in it, read as if it were in UTC. */
function readTyped(text: string, timeZone: string): { moment: DateTime<true>; zoned: boolean } {
	const iso = text.trim().replace(/^(\d{4}-\d{2}-\d{2}) +/, '$1T');
	const zoned = hasZone(iso);
	const moment = DateTime.fromISO(iso, { zone: zoned ? timeZone : 'utc' });
	if (moment.isValid) return { moment, zoned };
	throw new Error(`'${text}' is not a date and time. Write it as 2026-12-01T14:00.`);
}

function isPair(value: unknown): value is { date: string; time: string | null } {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	const { date, time, ...rest } = value as Record<string, unknown>;
	return (
		typeof date === 'string' && (typeof time === 'string' || time === null) && Object.keys(rest).length === 0
	);
}

/** A record with its pairs as text, `2022-12-01T14:00:00`: no time zone, because Planon gave none. */
export const withPairsAsText = (record: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(record).map(([name, value]) => [
			name,
			isPair(value) ? [value.date, value.time].filter(Boolean).join('T') : value,
		]),
	);

/**
 * The moment that a field of a record tells: text with a time zone keeps that zone; text without one,
 * and a pair, are in `timeZone`. Null for a field without a moment.
 */
export function momentOf(value: unknown, timeZone: string): DateTime<true> | null {
	const text = isPair(value) ? [value.date, value.time].filter(Boolean).join('T') : value;
	if (typeof text !== 'string') return null;
	const read = hasZone(text)
		? DateTime.fromISO(text, { setZone: true })
		: DateTime.fromISO(text, { zone: timeZone });
	return read.isValid ? read : null;
}
