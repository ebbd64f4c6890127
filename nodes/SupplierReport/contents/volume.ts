import { DateTime } from 'luxon';
import type { Range } from '../../shared/domain/range';
import { ZONE } from '../../shared/domain/working-time/working-calendar';
import type { DailyCount } from '../../shared/storage/reports';
import type { ReportPeriod } from '../period/period';
import type { Series } from '../trends/volume-tests';
import { countIn } from '../trends/volume-tests';
import type { Compared } from './report';

export const ALL_SIGNALS = 'alle signalen';

/** Counts per day of all signals, and of each value of one of their properties. */
export function seriesBy(daily: readonly DailyCount[], property: 'category' | 'supplier'): Series[] {
	const series = new Map<string, Map<string, number>>();
	for (const row of daily) {
		const days = series.get(row[property]) ?? new Map<string, number>();
		days.set(row.day, (days.get(row.day) ?? 0) + row.count);
		series.set(row[property], days);
	}
	return [...series].map(([name, days]) => ({ name, days }));
}

export function seriesOfAll(daily: readonly DailyCount[]): Series {
	const days = new Map<string, number>();
	for (const { day, count } of daily) days.set(day, (days.get(day) ?? 0) + count);
	return { name: ALL_SIGNALS, days };
}

/** The period beside the one before it and the same one last year. */
export function compared({ days }: Series, period: ReportPeriod, firstDay: string): Compared {
	const known = (range: Range) => (range.from >= firstDay ? countIn(days, range) : null);
	return {
		now: countIn(days, period),
		previous: known(period.previous),
		lastYear: known(period.lastYear),
	};
}

/** Thirteen months, so that the same month of last year is beside the last one. */
const MONTHS_SHOWN = 13;

export function monthly(
	{ days }: Series,
	period: ReportPeriod,
	firstDay: string,
): Array<{ month: string; count: number | null }> {
	const last = DateTime.fromISO(period.until, { zone: ZONE }).minus({ days: 1 }).startOf('month');
	return Array.from({ length: MONTHS_SHOWN }, (_, index) => {
		const month = last.minus({ months: MONTHS_SHOWN - 1 - index });
		const range = { from: month.toISODate()!, until: month.plus({ months: 1 }).toISODate()! };
		const until = range.until < period.until ? range.until : period.until;
		const known = range.until > firstDay;
		return { month: month.toFormat('yyyy-MM'), count: known ? countIn(days, { ...range, until }) : null };
	});
}
