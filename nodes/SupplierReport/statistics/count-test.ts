import { jStat } from 'jstat';

/** How often something happened, and in how much of what it could happen in: working days, closed signals. */
export interface Counted {
	count: number;
	exposure: number;
}

export const rateOf = ({ count, exposure }: Counted): number => (exposure > 0 ? count / exposure : 0);

/**
 * The chance that two counts differ at least this much when nothing changed: two-sided, exact. Given their sum, the
 * first count is binomial with its share of the exposure (Przyborowski and Wilenski, 1940).
 *
 * @param dispersion how many times larger than Poisson's the variance is, 1 or more; see `dispersionOf`
 * @returns 1 when there is nothing to compare
 */
export function compareCounts(now: Counted, before: Counted, dispersion = 1): number {
	if (now.exposure <= 0 || before.exposure <= 0) return 1;
	const share = now.exposure / (now.exposure + before.exposure);
	// Counts that vary more than Poisson's tell as much as fewer counts that do not.
	const count = now.count / dispersion;
	const other = before.count / dispersion;
	if (count + other === 0) return 1;
	const atLeast = count === 0 ? 1 : jStat.ibeta(share, count, other + 1);
	const atMost = other === 0 ? 1 : 1 - jStat.ibeta(share, count + 1, other);
	return Math.min(1, 2 * Math.min(atLeast, atMost));
}
