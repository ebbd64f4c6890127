import { DateTime } from 'luxon';
import { ZONE } from '../shared/domain/working-time/working-calendar';

/** The day of this moment in the Netherlands, as an ISO date. */
export const todayOf = (now: Date): string => DateTime.fromJSDate(now, { zone: ZONE }).toISODate()!;

/** A day for people: 24 december 2026. */
export const dayForPeople = (isoDate: string): string =>
	DateTime.fromISO(isoDate, { zone: ZONE }).setLocale('nl').toFormat('d MMMM yyyy');
