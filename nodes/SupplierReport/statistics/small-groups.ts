/** Groups smaller than this are not shown by themselves: people in them could be recognised. */
export const SMALLEST_GROUP = 5;

/** No percentages of fewer than this: 1 of 3 is not 33%. */
export const SMALLEST_FOR_SHARE = 10;

export interface Grouped<T> {
	shown: T[];
	/** All that are not shown by themselves, together; empty when all are. */
	together: T[];
}

/**
 * Groups that are large enough to be shown, largest first. What is too small goes together; when that would still be
 * one group, or fewer than five, the smallest that is shown goes along: otherwise the total would give it away.
 */
export function withoutSmallGroups<T extends { count: number }>(groups: readonly T[]): Grouped<T> {
	const sorted = groups.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
	const shown = sorted.filter(({ count }) => count >= SMALLEST_GROUP);
	const together = sorted.filter(({ count }) => count < SMALLEST_GROUP);
	const size = () => together.reduce((total, { count }) => total + count, 0);
	while (together.length > 0 && shown.length > 0 && (together.length === 1 || size() < SMALLEST_GROUP)) {
		together.unshift(shown.pop()!);
	}
	return { shown, together };
}

/** A share between 0 and 1; null of too few to make one. */
export const shareOf = (count: number, total: number): number | null =>
	total < SMALLEST_FOR_SHARE ? null : count / total;
