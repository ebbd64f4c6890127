import { DateTime } from 'luxon';
import { ZONE } from './working-calendar';

/** A moment (ISO 8601) as people read it, in Dutch time: 5 december 2026 08:00. */
export const dutchMoment = (iso: string): string =>
	DateTime.fromISO(iso, { zone: ZONE, locale: 'nl' }).toFormat('d MMMM yyyy HH:mm');
