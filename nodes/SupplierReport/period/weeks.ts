import { DateTime } from 'luxon';
import type { Range } from '../../shared/domain/range';
import type { WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import { ZONE } from '../../shared/domain/working-time/working-calendar';
import type { Counted } from '../statistics/count-test';

export interface Week extends Counted {
	/** First day. */
	from: string;
}

/** Working days, counted once and then looked up: a report asks for the same years over and over. */
export class WorkingDays {
	private readonly known = new Map<string, boolean>();
	private readonly ranges = new Map<string, string[]>();

	constructor(private readonly calendar: WorkingCalendar) {}

	isWorkingDay(date: string): boolean {
		const known = this.known.get(date);
		if (known !== undefined) return known;
		const works = this.calendar.isWorkingDay(DateTime.fromISO(date, { zone: ZONE }));
		this.known.set(date, works);
		return works;
	}

	/** Every day of a range, working day or not. */
	days(range: Range): readonly string[] {
		const key = `${range.from} ${range.until}`;
		const days = this.ranges.get(key) ?? daysOf(range);
		this.ranges.set(key, days);
		return days;
	}

	count(range: Range): number {
		return this.days(range).filter((date) => this.isWorkingDay(date)).length;
	}

	/** Counts per seven days from the first day on; the last week may be shorter. */
	weeks(range: Range, counts: ReadonlyMap<string, number>): Week[] {
		const weeks: Week[] = [];
		for (const [index, date] of this.days(range).entries()) {
			if (index % 7 === 0) weeks.push({ from: date, count: 0, exposure: 0 });
			const week = weeks.at(-1)!;
			week.count += counts.get(date) ?? 0;
			week.exposure += this.isWorkingDay(date) ? 1 : 0;
		}
		return weeks;
	}
}

function daysOf({ from, until }: Range): string[] {
	const days: string[] = [];
	// In UTC every day has 24 hours.
	for (let day = Date.parse(from); day < Date.parse(until); day += 86_400_000) {
		days.push(new Date(day).toISOString().slice(0, 10));
	}
	return days;
}
