import { DateTime } from 'luxon';
import type { PlanonSettings } from '../credential/settings';

export interface KeyExpiry {
	/** YYYY-MM-DD; null for client credentials, and for a key whose date nobody filled in. */
	expiresOn: string | null;
	/** Whole days from today, negative when it is over; null without a date. */
	daysLeft: number | null;
	expired: boolean;
	/** What an administrator should know now; null when there is nothing to tell. */
	warning: string | null;
}

type KeySettings = Pick<
	PlanonSettings,
	'authentication' | 'accessKeyExpiresOn' | 'warnDaysAhead' | 'timeZone'
>;

/** How long the access key still works. It works through its last day, in Planon's time zone. */
export function keyExpiry(settings: KeySettings, now: Date): KeyExpiry {
	const { authentication, accessKeyExpiresOn, warnDaysAhead, timeZone } = settings;
	if (authentication !== 'accessKey' || accessKeyExpiresOn === '') {
		return { expiresOn: null, daysLeft: null, expired: false, warning: null };
	}
	const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
	const lastDay = DateTime.fromISO(accessKeyExpiresOn, { zone: timeZone }).startOf('day');
	const daysLeft = Math.round(lastDay.diff(today, 'days').days);
	return {
		expiresOn: accessKeyExpiresOn,
		daysLeft,
		expired: daysLeft < 0,
		warning: daysLeft > warnDaysAhead ? null : warningFor(daysLeft, accessKeyExpiresOn),
	};
}

function warningFor(daysLeft: number, day: string): string {
	const ask = 'Ask your Planon administrator for a new one.';
	if (daysLeft < 0) return `The access key of Planon expired on ${day}. ${ask}`;
	if (daysLeft === 0) return `The access key of Planon works until the end of today. ${ask}`;
	return `The access key of Planon expires on ${day}, in ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}. ${ask}`;
}
