import { DateTime } from 'luxon';

/** n8n gives a date as text, in the workflow's time zone when it has no offset. */
function readMoment(value: unknown, timezone: string): DateTime<true> {
	const moment = DateTime.fromISO(String(value), { zone: timezone });
	if (!moment.isValid) throw new Error(`'${String(value)}' is not a date. Write it as 2026-11-24T09:00:00.`);
	return moment.toUTC() as DateTime<true>;
}

/** As TOPdesk wants a date in a body. Without an offset it would read it as UTC. */
export const bodyMoment = (value: unknown, timezone: string): string =>
	readMoment(value, timezone).toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZZ");

/** As TOPdesk wants a date in a search query. */
export const queryMoment = (value: unknown, timezone: string): string =>
	readMoment(value, timezone).toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
