import type { Counted } from './count-test';

/** Fewer pairs of weeks say too little about how much counts vary. */
const FEWEST_PAIRS = 8;

/**
 * How many times more than pure chance counts vary from one week to the next; 1 for pure chance (Poisson). It looks
 * only at neighbours, as the moving range of a control chart does: a season or a rise does not count as noise.
 *
 * @returns at least 1; 1 when there are too few weeks to tell
 */
export function dispersionOf(weeks: readonly Counted[]): number {
	const ratios: number[] = [];
	for (const [index, week] of weeks.entries()) {
		const next = weeks[index + 1];
		if (!next || week.exposure <= 0 || next.exposure <= 0) continue;
		const rate = (week.count + next.count) / (week.exposure + next.exposure);
		if (rate === 0) continue;
		const difference = week.count / week.exposure - next.count / next.exposure;
		ratios.push(difference ** 2 / (rate * (1 / week.exposure + 1 / next.exposure)));
	}
	if (ratios.length < FEWEST_PAIRS) return 1;
	const mean = average(ratios);
	const error = Math.sqrt(average(ratios.map((ratio) => (ratio - mean) ** 2)) / ratios.length);
	// What is estimated from few weeks may be too low, and then noise would look like a trend.
	return Math.max(1, mean + error);
}

const average = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;
