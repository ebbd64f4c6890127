import type { ClosedCount, OpenCount } from '../../shared/storage/reports';
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

/** How often each lead time occurs, of those that are known. */
export function tallyOf(counts: readonly ClosedCount[]): Tally {
	const tally = new Map<number, number>();
	for (const { days, count } of counts) {
		if (days !== null) tally.set(days, (tally.get(days) ?? 0) + count);
	}
	return tally;
}

/** What was closed, and how much of it had been opened again before. */
export function closedParts(counts: readonly ClosedCount[]): { count: number; reopened: number } {
	const sum = (rows: readonly ClosedCount[]) => rows.reduce((total, { count }) => total + count, 0);
	return { count: sum(counts), reopened: sum(counts.filter(({ reopened }) => reopened > 0)) };
}

export function leadTimeFigures(counts: readonly ClosedCount[], terms: readonly Term[]): LeadTimeFigures {
	const tally = tallyOf(counts);
	let [within, agreed] = [0, 0];
	for (const { supplier, category, days, count } of counts) {
		if (days === null) continue;
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
	open: readonly OpenCount[],
	terms: readonly Term[],
	until: string,
	calendar: WorkingDays,
): OpenFigures {
	let [count, overdue, oldest]: [number, number | null, number | null] = [0, null, null];
	let again = 0;
	for (const { day, supplier, category, reopened, count: here } of open) {
		// The day that it came in does not count, as with lead times.
		const age = Math.max(0, calendar.countFrom(day, until) - (calendar.isWorkingDay(day) ? 1 : 0));
		const term = termFor(terms, supplier, category);
		count += here;
		if (reopened > 0) again += here;
		oldest = Math.max(oldest ?? 0, age);
		if (term !== null) overdue = (overdue ?? 0) + (age > term ? here : 0);
	}
	return { count, overdue, oldest, reopened: again };
}
