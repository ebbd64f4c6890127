/** Both between 0 and 1. */
export interface Interval {
	from: number;
	to: number;
}

/** Standard deviations to each side for 95%. */
const Z = 1.959964;

/**
 * Where the true share lies with 95% certainty (Wilson, 1927): it holds for small numbers too, and never leaves 0 to 1.
 * @returns null of nothing
 */
export function wilsonInterval(count: number, total: number): Interval | null {
	if (total <= 0) return null;
	const share = count / total;
	const middle = share + Z ** 2 / (2 * total);
	const margin = Z * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2));
	const scale = 1 + Z ** 2 / total;
	return { from: Math.max(0, (middle - margin) / scale), to: Math.min(1, (middle + margin) / scale) };
}
