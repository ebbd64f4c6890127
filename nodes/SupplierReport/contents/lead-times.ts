import type { DailyCount, LeadTimeCount } from '../../shared/storage/reports';
import type { WorkingDays } from '../period/weeks';
import { percentile, sizeOf, type Tally } from '../statistics/rank-test';
import { shareOf } from '../statistics/small-groups';
import type { LeadTimeFigures, OpenFigures, Part } from './report';
import { termFor, type Term } from './terms';

export const partOf = (count: number, total: number): Part => ({
	count,
	total,
	share: shareOf(count, total),
});

export function tallyOf(counts: readonly LeadTimeCount[]): Tally {
	const tally = new Map<number, number>();
	for (const { days, count } of counts) tally.set(days, (tally.get(days) ?? 0) + count);
	return tally;
}

export function leadTimeFigures(counts: readonly LeadTimeCount[], terms: readonly Term[]): LeadTimeFigures {
	const tally = tallyOf(counts);
	let [within, agreed] = [0, 0];
	for (const { supplier, category, days, count } of counts) {
		const term = termFor(terms, supplier, category);
		if (term === null) continue;
		agreed += count;
		if (days <= term) within += count;
	}
	return {
		measured: sizeOf(tally),
		median: percentile(tally, 0.5),
		p90: percentile(tally, 0.9),
		inTime: agreed > 0 ? partOf(within, agreed) : null,
	};
}

/** @param until the day after the last one that counts */
export function openFigures(
	open: readonly DailyCount[],
	terms: readonly Term[],
	until: string,
	calendar: WorkingDays,
): OpenFigures {
	let [count, overdue, oldest]: [number, number | null, number | null] = [0, null, null];
	for (const { day, supplier, category, count: here } of open) {
		// The day that it came in does not count, as with lead times.
		const age = Math.max(0, calendar.count({ from: day, until }) - (calendar.isWorkingDay(day) ? 1 : 0));
		const term = termFor(terms, supplier, category);
		count += here;
		oldest = Math.max(oldest ?? 0, age);
		if (term !== null) overdue = (overdue ?? 0) + (age > term ? here : 0);
	}
	return { count, overdue, oldest };
}
