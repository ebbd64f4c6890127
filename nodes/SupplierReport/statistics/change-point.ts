import { rateOf, type Counted } from './count-test';

/**
 * The index from which counts run at another rate: the split that explains them best (largest Poisson likelihood).
 * @returns null when there are fewer than two
 */
export function changePoint(weeks: readonly Counted[]): number | null {
	const total = sum(weeks);
	let [best, at]: [number, number | null] = [-Infinity, null];
	let before: Counted = { count: 0, exposure: 0 };
	for (let split = 1; split < weeks.length; split++) {
		before = sum([before, weeks[split - 1]!]);
		const after = { count: total.count - before.count, exposure: total.exposure - before.exposure };
		const likelihood = logLikelihood(before) + logLikelihood(after);
		if (likelihood > best) [best, at] = [likelihood, split];
	}
	return at;
}

export const sum = (parts: readonly Counted[]): Counted => ({
	count: parts.reduce((total, { count }) => total + count, 0),
	exposure: parts.reduce((total, { exposure }) => total + exposure, 0),
});

/** Of a count at its own rate, but for what does not depend on the split. */
const logLikelihood = (counted: Counted): number =>
	counted.count === 0 ? 0 : counted.count * Math.log(rateOf(counted) || 1);
