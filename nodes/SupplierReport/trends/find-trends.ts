import type { ReportPeriod } from '../period/period';
import type { Week, WorkingDays } from '../period/weeks';
import { changePoint, sum } from '../statistics/change-point';
import { correctedForMany } from '../statistics/correction';
import { compareCounts, rateOf, type Counted } from '../statistics/count-test';
import { compareRanks, percentile, type Tally } from '../statistics/rank-test';
import { directionOf, testVolume, type Series, type VolumeTest } from './volume-tests';

/**
 * - `change`: another number than in the months before, and not because of the time of year;
 * - `season`: another number than in the months before, as last year at the same time;
 * - `sinceLastYear`: as in the months before, but not as last year at the same time;
 * - `share`: another part of what could be;
 * - `leadTime`: signals are closed sooner or later than before.
 */
export type TrendKind = 'change' | 'season' | 'sinceLastYear' | 'share' | 'leadTime';

export interface Trend {
	kind: TrendKind;
	/** The series, the share, or the lead time that it is about. */
	name: string;
	direction: 'up' | 'down';
	/** Chance of such a difference when nothing changed, corrected for all that was looked at. */
	p: number;
	now: number;
	/** What `now` would be at the rate of before (or of last year); for `leadTime` the median before. */
	expected: number;
	/** First day of the week from which it runs so; null when that cannot be told. */
	since: string | null;
	/** False when the register does not go back to the same period last year: it may be a season. */
	lastYearKnown: boolean;
}

/** A part of something, such as closed signals that were opened again. */
export interface ShareSeries {
	name: string;
	now: Counted;
	before: Counted;
}

export interface Evidence {
	series: readonly Series[];
	shares: readonly ShareSeries[];
	/** Working days that closed signals took. */
	leadTimes: { now: Tally; before: Tally };
	/** First day that the register knows anything of. */
	firstDay: string;
}

/** One report in a hundred may name a trend that is none. */
export const LEVEL = 0.01;

/** Below a tenth a difference may be certain and still say nothing to anyone. */
const LEAST_CHANGE = 0.1;
/** The same for lead times: at least 55 of 100 pairs. */
const LEAST_LONGER = 0.05;

/** What really changed, most certain first. Everything that is looked at is corrected for together. */
export function findTrends(evidence: Evidence, period: ReportPeriod, calendar: WorkingDays): Trend[] {
	const volumes = evidence.series.map((one) => testVolume(one, period, evidence.firstDay, calendar));
	// In a young register only what went quickly is closed yet: that says nothing about how long it takes.
	const isKnown = evidence.firstDay <= period.between.from;
	const { now, before } = evidence.leadTimes;
	const ranks = isKnown ? compareRanks(now, before) : { p: 1, longer: 0.5 };
	const corrected = correctedForMany([
		...volumes.map(({ pBefore }) => pBefore),
		...volumes.map(({ pLastYear }) => pLastYear),
		...evidence.shares.map((share) => (isKnown ? compareCounts(share.now, share.before) : 1)),
		ranks.p,
	]);
	const [pBefore, pLastYear, pShares] = [
		corrected.slice(0, volumes.length),
		corrected.slice(volumes.length, 2 * volumes.length),
		corrected.slice(2 * volumes.length, -1),
	];
	const trends = [
		...volumes.map((test, index) => judgeVolume(test, pBefore[index]!, pLastYear[index]!, period)),
		...evidence.shares.map((share, index) => judgeShare(share, pShares[index]!)),
		judgeLeadTime(evidence, ranks.longer, corrected.at(-1)!),
	];
	return trends.filter((trend) => trend !== null).sort((a, b) => a.p - b.p);
}

function judgeVolume(
	test: VolumeTest,
	pBefore: number,
	pLastYear: number,
	{ previous }: ReportPeriod,
): Trend | null {
	const { name, now, before, lastYear, weeks } = test;
	const lastYearKnown = lastYear !== null;
	const changed = pBefore < LEVEL && isLarge(now, before);
	const otherThanLastYear = lastYear !== null && pLastYear < LEVEL && isLarge(now, lastYear);
	if (changed) {
		const direction = directionOf(now, before);
		const season = !otherThanLastYear && test.seasonLastYear === direction;
		return {
			kind: season ? 'season' : 'change',
			name,
			direction: direction > 0 ? 'up' : 'down',
			p: pBefore,
			now: now.count,
			expected: rateOf(before) * now.exposure,
			since: season ? null : beginOf(direction, weeks, previous.from),
			lastYearKnown,
		};
	}
	if (!otherThanLastYear) return null;
	return {
		kind: 'sinceLastYear',
		name,
		direction: directionOf(now, lastYear) > 0 ? 'up' : 'down',
		p: pLastYear,
		now: now.count,
		expected: rateOf(lastYear) * now.exposure,
		since: null,
		lastYearKnown,
	};
}

/** Where the counts break; null when they break the other way, or so long ago that it is another change. */
function beginOf(direction: -1 | 0 | 1, weeks: readonly Week[], earliest: string): string | null {
	const at = changePoint(weeks);
	if (at === null || directionOf(sum(weeks.slice(at)), sum(weeks.slice(0, at))) !== direction) return null;
	const { from } = weeks[at]!;
	return from >= earliest ? from : null;
}

function judgeShare({ name, now, before }: ShareSeries, p: number): Trend | null {
	if (p >= LEVEL || !isLarge(now, before)) return null;
	return {
		kind: 'share',
		name,
		direction: directionOf(now, before) > 0 ? 'up' : 'down',
		p,
		now: now.count,
		expected: rateOf(before) * now.exposure,
		since: null,
		lastYearKnown: true,
	};
}

function judgeLeadTime({ leadTimes }: Evidence, longer: number, p: number): Trend | null {
	if (p >= LEVEL || Math.abs(longer - 0.5) < LEAST_LONGER) return null;
	return {
		kind: 'leadTime',
		name: 'doorlooptijd',
		direction: longer > 0.5 ? 'up' : 'down',
		p,
		now: percentile(leadTimes.now, 0.5)!,
		expected: percentile(leadTimes.before, 0.5)!,
		since: null,
		lastYearKnown: true,
	};
}

const isLarge = (now: Counted, before: Counted): boolean =>
	Math.abs(rateOf(now) - rateOf(before)) >= LEAST_CHANGE * rateOf(before);
