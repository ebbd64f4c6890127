import { jStat } from 'jstat';

/** How often each value occurs: lead times in whole days have few values, however many there are. */
export type Tally = ReadonlyMap<number, number>;

export interface RankTest {
	/** Two-sided. */
	p: number;
	/** Chance that one of the first takes longer than one of the second; equal ones count half. 0.5: no difference. */
	longer: number;
}

/** Fewer than this in one of the two say too little. */
const FEWEST = 10;

/** Whether one group tends to larger values than another (Mann and Whitney, 1947), with correction for ties. */
export function compareRanks(now: Tally, before: Tally): RankTest {
	const [n, m] = [sizeOf(now), sizeOf(before)];
	if (n < FEWEST || m < FEWEST) return { p: 1, longer: 0.5 };
	const values = [...new Set([...now.keys(), ...before.keys()])].sort((a, b) => a - b);
	let below = 0;
	let larger = 0;
	let ties = 0;
	for (const value of values) {
		const [here, there] = [now.get(value) ?? 0, before.get(value) ?? 0];
		larger += here * (below + there / 2);
		below += there;
		ties += (here + there) ** 3 - (here + there);
	}
	const total = n + m;
	const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
	const longer = larger / (n * m);
	if (variance <= 0) return { p: 1, longer };
	const distance = Math.max(0, Math.abs(larger - (n * m) / 2) - 0.5);
	return { p: Math.min(1, 2 * jStat.normal.cdf(-distance / Math.sqrt(variance), 0, 1)), longer };
}

export const sizeOf = (tally: Tally): number => [...tally.values()].reduce((sum, count) => sum + count, 0);

/**
 * The smallest value that this share does not exceed (nearest rank); null when there are none.
 * @param share above 0 and at most 1; 0.5 is the median
 */
export function percentile(tally: Tally, share: number): number | null {
	const rank = Math.max(1, Math.ceil(share * sizeOf(tally)));
	let seen = 0;
	for (const [value, count] of [...tally].sort(([a], [b]) => a - b)) {
		seen += count;
		if (seen >= rank) return value;
	}
	return null;
}
