import { DateTime } from 'luxon';
import type { WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import type { Notice } from '../../shared/domain/pdc/notice';
import type { Role } from './approval-link';

/** A notice that somebody must be reminded of. */
export interface Reminder {
	notice: Notice;
	role: Role;
	/** Whole working days that it waits where it is. */
	workingDays: number;
}

/** Who a notice waits for; null when it waits for nobody. */
export function waitsFor({ state, readBy }: Notice): Role | null {
	if (state === 'concept') return 'leveranciersmanager';
	if (state === 'ingediend') return 'portfoliomanager';
	if (state === 'teruggevraagd') return 'indiener';
	return (state === 'bij redactie' && !readBy) || state === 'goedgekeurd' ? 'redactie' : null;
}

/** The notices that wait so long, in working days since they began to wait or the last reminder. */
export function remindersDue(
	notices: readonly Notice[],
	calendar: WorkingCalendar,
	afterWorkingDays: number,
	now: Date,
): Reminder[] {
	const today = DateTime.fromJSDate(now);
	const daysSince = (moment: string) => calendar.workingDaysBetween(DateTime.fromISO(moment), today);
	return notices.flatMap((notice) => {
		const role = waitsFor(notice);
		if (!role || daysSince(notice.remindedAt ?? notice.waitingSince) < afterWorkingDays) return [];
		return [{ notice, role, workingDays: daysSince(notice.waitingSince) }];
	});
}
