import { DateTime } from 'luxon';

/** n8n gives a date as text or as a Luxon object; without an offset it is Dutch time. */
export function toMoment(value: unknown): string {
	const moment = DateTime.fromISO(String(value), { zone: 'Europe/Amsterdam' });
	if (!moment.isValid)
		throw new Error(`'${String(value)}' is not a date. Write it as 2026-11-24 or pick it.`);
	return moment.toISO();
}
