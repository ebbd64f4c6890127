import type { Range } from '../../shared/domain/range';
import type { ReportPeriod } from '../period/period';
import type { Week, WorkingDays } from '../period/weeks';
import { compareCounts, rateOf, type Counted } from '../statistics/count-test';
import { dispersionOf } from '../statistics/dispersion';

/** How many signals of one kind came in on each day. */
export interface Series {
	/** For example `storing`; see `TrendSubject`. */
	name: string;
	days: ReadonlyMap<string, number>;
}

/** A series in the period, and beside it. */
export interface VolumeTest {
	name: string;
	now: Counted;
	/** The months between the same period last year and this one. */
	before: Counted;
	/** Null when the register does not go back that far. */
	lastYear: Counted | null;
	/** Chance of such a difference when nothing changed. */
	pBefore: number;
	pLastYear: number;
	/** How the same period last year differed from the months after it: 1 more, -1 less, 0 not clearly. */
	seasonLastYear: -1 | 0 | 1;
	/** From the end of the same period last year to the end of this one. */
	weeks: readonly Week[];
}

/** Without half as much before it as the period itself, there is nothing to compare with. */
const LEAST_BEFORE = 0.5;
/** A season is looked for only where there is a change already, so it need not be corrected for many. */
const SEASON_LEVEL = 0.05;

/**
 * Compares a series with the months before and with the same period last year.
 * @param firstDay of the register: what lies before it was not counted, and is not zero
 */
export function testVolume(
	{ name, days }: Series,
	period: ReportPeriod,
	firstDay: string,
	calendar: WorkingDays,
): VolumeTest {
	const known = ({ from, until }: Range): Range => ({ from: from < firstDay ? firstDay : from, until });
	const counted = (range: Range): Counted => ({
		count: countIn(days, range),
		exposure: calendar.count(range),
	});
	const between = known(period.between);
	const weeks = calendar.weeks({ from: between.from, until: period.until }, days);
	const now = counted(period);
	const before = counted(between);
	const lastYear = period.lastYear.from >= firstDay ? counted(period.lastYear) : null;
	const dispersion = dispersionOf(
		lastYear ? calendar.weeks({ from: period.lastYear.from, until: period.until }, days) : weeks,
	);
	const enough = before.exposure >= LEAST_BEFORE * now.exposure;
	const pSeason = lastYear ? compareCounts(lastYear, before, dispersion) : 1;
	return {
		name,
		now,
		before,
		lastYear,
		pBefore: enough ? compareCounts(now, before, dispersion) : 1,
		pLastYear: lastYear ? compareCounts(now, lastYear, dispersion) : 1,
		seasonLastYear: lastYear && pSeason < SEASON_LEVEL ? directionOf(lastYear, before) : 0,
		weeks,
	};
}

/** 1 when the first runs at a higher rate, -1 when at a lower one. */
export const directionOf = (now: Counted, before: Counted): -1 | 0 | 1 =>
	Math.sign(rateOf(now) - rateOf(before)) as -1 | 0 | 1;

export function countIn(days: ReadonlyMap<string, number>, { from, until }: Range): number {
	let total = 0;
	for (const [day, count] of days) if (day >= from && day < until) total += count;
	return total;
}
