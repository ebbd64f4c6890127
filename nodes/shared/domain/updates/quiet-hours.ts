import type { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { clockSchema, ZONE, type WorkingCalendar } from '../working-time/working-calendar';

/** When no status update goes out, in Dutch time. The same time twice: only days off are quiet. */
export const quietHoursSchema = z.object({
	from: clockSchema.default('18:00'),
	until: clockSchema.default('08:00'),
	/** Weekends, holidays and closing days. */
	onDaysOff: z.boolean().default(true),
});
export type QuietHours = z.output<typeof quietHoursSchema>;

/** Whether customers may get a status update at this moment. */
export function mayTell(moment: DateTime, quiet: QuietHours, calendar: WorkingCalendar): boolean {
	if (quiet.onDaysOff && !calendar.isWorkingDay(moment)) return false;
	const time = moment.setZone(ZONE).toFormat('HH:mm');
	const { from, until } = quiet;
	// From 18:00 until 08:00 passes midnight; from 12:00 until 13:00 does not.
	return from > until ? time < from && time >= until : time < from || time >= until;
}
