import type { DateTime } from 'luxon';
import type { WorkingCalendar } from '../../shared/domain/working-time/working-calendar';

export const LEAD_TIME_UNITS = ['days', 'workingDays'] as const;
export type LeadTimeUnit = (typeof LEAD_TIME_UNITS)[number];

/** How long something took, in whole days: the same day is 0, the next one 1. Working days are those of the calendar. */
export function leadTime(
	from: DateTime,
	to: DateTime,
	unit: LeadTimeUnit,
	calendar: WorkingCalendar,
): number {
	if (unit === 'workingDays') return calendar.workingDaysBetween(from, to);
	const [first, last] = [from.startOf('day'), to.setZone(from.zone).startOf('day')];
	return Math.max(0, Math.round(last.diff(first, 'days').days));
}

/** Lead times as how often each occurs: there are few different ones, however many are counted. */
export class LeadTimes {
	private readonly counts = new Map<number, number>();

	private total = 0;

	add(days: number): void {
		this.counts.set(days, (this.counts.get(days) ?? 0) + 1);
		this.total += 1;
	}

	get measured(): number {
		return this.total;
	}

	/**
	 * The smallest lead time within which this share was done (nearest rank); null when nothing was measured.
	 * @param share above 0 and at most 1; 0.5 is the median
	 */
	percentile(share: number): number | null {
		const rank = Math.max(1, Math.ceil(share * this.total));
		let seen = 0;
		for (const [days, count] of [...this.counts].sort(([a], [b]) => a - b)) {
			seen += count;
			if (seen >= rank) return days;
		}
		return null;
	}
}
