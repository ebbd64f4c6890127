import type { Range } from '../../shared/domain/range';
import type { WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import type { Counted } from '../statistics/count-test';

export interface Week extends Counted {
	/** First day. */
	from: string;
}

/** Working days, counted once and then looked up: a report asks for the same years over and over. */
export class WorkingDays {
	private readonly ranges = new Map<string, string[]>();
	private readonly counts = new Map<string, number>();
	/** For each end, the working days from earlier days to it, as far back as was asked. */
	private readonly backwards = new Map<string, { counts: Map<string, number>; first: string }>();

	constructor(private readonly calendar: WorkingCalendar) {}

	isWorkingDay(date: string): boolean {
		return this.calendar.isWorkingDate(date);
	}

	/** Every day of a range, working day or not. */
	days(range: Range): readonly string[] {
		const key = keyOf(range);
		const days = this.ranges.get(key) ?? daysOf(range);
		this.ranges.set(key, days);
		return days;
	}

	count(range: Range): number {
		const key = keyOf(range);
		const count = this.counts.get(key) ?? this.days(range).filter((date) => this.isWorkingDay(date)).length;
		this.counts.set(key, count);
		return count;
	}

	/**
	 * Working days from a day up to another: as `count`, for many days with one end. What lies behind a day is walked
	 * through once, however many ask for it.
	 */
	countFrom(day: string, until: string): number {
		const known = this.backwards.get(until) ?? { counts: new Map([[until, 0]]), first: until };
		this.backwards.set(until, known);
		let { first } = known;
		let count = known.counts.get(first)!;
		while (first > day) {
			first = dayBefore(first);
			count += this.isWorkingDay(first) ? 1 : 0;
			known.counts.set(first, count);
		}
		known.first = first;
		return known.counts.get(day) ?? 0;
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

const keyOf = ({ from, until }: Range): string => `${from} ${until}`;

const DAY_MS = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

function daysOf({ from, until }: Range): string[] {
	const days: string[] = [];
	// In UTC every day has 24 hours.
	for (let day = Date.parse(from); day < Date.parse(until); day += DAY_MS) {
		days.push(new Date(day).toISOString().slice(0, 10));
	}
	return days;
}
