import fc from 'fast-check';
import { changePoint } from '../../../nodes/SupplierReport/statistics/change-point';
import { correctedForMany } from '../../../nodes/SupplierReport/statistics/correction';
import { compareCounts } from '../../../nodes/SupplierReport/statistics/count-test';
import { dispersionOf } from '../../../nodes/SupplierReport/statistics/dispersion';
import { compareRanks, percentile, type Tally } from '../../../nodes/SupplierReport/statistics/rank-test';
import { shareOf, withoutSmallGroups } from '../../../nodes/SupplierReport/statistics/small-groups';
import { wilsonInterval } from '../../../nodes/SupplierReport/statistics/wilson';

const counted = fc.record({ count: fc.nat(2_000), exposure: fc.integer({ min: 1, max: 250 }) });
const tally = fc
	.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 12 })
	.map((pairs): Tally => new Map(pairs));

/** The chance of at least `from` of `n` at share `p`, added up term by term. */
function binomialTail(n: number, from: number, p: number): number {
	let [term, total] = [(1 - p) ** n, 0];
	for (let k = 0; k <= n; k++) {
		if (k >= from) total += term;
		term *= ((n - k) / (k + 1)) * (p / (1 - p));
	}
	return total;
}

describe('comparing counts', () => {
	it('gives the exact binomial chance', () => {
		const counts = fc.tuple(
			fc.nat(40),
			fc.nat(40),
			fc.integer({ min: 1, max: 60 }),
			fc.integer({ min: 1, max: 60 }),
		);
		fc.assert(
			fc.property(counts, ([a, b, days, others]) => {
				const [n, p] = [a + b, days / (days + others)];
				const smallest = Math.min(binomialTail(n, a, p), 1 - binomialTail(n, a + 1, p));
				const found = compareCounts({ count: a, exposure: days }, { count: b, exposure: others });
				expect(found).toBeCloseTo(n === 0 ? 1 : Math.min(1, 2 * smallest), 6);
			}),
		);
	});

	it('does not mind which comes first, and is a chance', () => {
		fc.assert(
			fc.property(counted, counted, (a, b) => {
				const p = compareCounts(a, b);
				expect(p).toBeGreaterThanOrEqual(0);
				expect(p).toBeLessThanOrEqual(1);
				expect(compareCounts(b, a)).toBeCloseTo(p, 6);
			}),
		);
	});

	it('is less sure when counts vary more than by chance', () => {
		expect(compareCounts({ count: 80, exposure: 40 }, { count: 200, exposure: 200 })).toBeLessThan(0.001);
		expect(compareCounts({ count: 80, exposure: 40 }, { count: 200, exposure: 200 }, 8)).toBeGreaterThan(
			0.05,
		);
	});
});

describe('correction for many', () => {
	it('never makes anything more certain, and keeps the order', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
				const corrected = correctedForMany(values);
				for (const [i, p] of values.entries()) {
					expect(corrected[i]).toBeGreaterThanOrEqual(p);
					expect(corrected[i]).toBeLessThanOrEqual(1);
					for (const [j, other] of values.entries()) {
						if (p < other) expect(corrected[i]).toBeLessThanOrEqual(corrected[j]!);
					}
				}
			}),
		);
	});

	it('gives the values of the published method', () => {
		expect(correctedForMany([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(4)))).toEqual([
			0.02, 0.04, 0.04, 0.02,
		]);
	});
});

describe('comparing lead times', () => {
	it('sees no difference between a group and itself', () => {
		fc.assert(
			fc.property(tally, (one) => {
				const { p, longer } = compareRanks(one, one);
				expect(longer).toBeCloseTo(0.5, 9);
				expect(p).toBeGreaterThan(0.9);
			}),
		);
	});

	it('turns around with its groups', () => {
		fc.assert(
			fc.property(tally, tally, (one, other) => {
				const [there, back] = [compareRanks(one, other), compareRanks(other, one)];
				expect(back.p).toBeCloseTo(there.p, 9);
				expect(back.longer).toBeCloseTo(1 - there.longer, 9);
			}),
		);
	});

	it('sees that everything takes two days longer', () => {
		const before = new Map([1, 2, 3, 4, 5].map((days) => [days, 20]));
		const now = new Map([...before].map(([days, count]) => [days + 2, count]));
		expect(compareRanks(now, before)).toMatchObject({ p: expect.any(Number), longer: expect.any(Number) });
		expect(compareRanks(now, before).p).toBeLessThan(1e-6);
		expect(compareRanks(now, before).longer).toBeGreaterThan(0.8);
	});

	it('finds the same percentile as a sorted list', () => {
		fc.assert(
			fc.property(tally, fc.double({ min: 0.01, max: 1, noNaN: true }), (one, share) => {
				const list = [...one]
					.flatMap(([value, count]) => Array<number>(count).fill(value))
					.sort((a, b) => a - b);
				expect(percentile(one, share)).toBe(list[Math.max(1, Math.ceil(share * list.length)) - 1]);
			}),
		);
		expect(percentile(new Map(), 0.5)).toBeNull();
	});
});

it('keeps the true share within an interval that holds for small numbers', () => {
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (total, asked) => {
			const count = Math.min(asked, total);
			const { from, to } = wilsonInterval(count, total)!;
			expect(from).toBeGreaterThanOrEqual(0);
			expect(to).toBeLessThanOrEqual(1);
			expect(from).toBeLessThanOrEqual(count / total + 1e-12);
			expect(to).toBeGreaterThanOrEqual(count / total - 1e-12);
		}),
	);
	// Newcombe (1998), table I: 81 of 263.
	const { from, to } = wilsonInterval(81, 263)!;
	expect([from.toFixed(4), to.toFixed(4)]).toEqual(['0.2553', '0.3662']);
	expect(wilsonInterval(0, 0)).toBeNull();
});

describe('how much counts vary', () => {
	const weeks = (counts: number[]) => counts.map((count) => ({ count, exposure: 5 }));

	it('takes a rise or a season for no noise', () => {
		const steady = Array.from({ length: 52 }, (_, week) => 100 + (week % 2 ? 7 : -7));
		const stepped = steady.map((count, week) => (week < 40 ? count : count * 2));
		expect(dispersionOf(weeks(stepped))).toBeLessThan(2);
	});

	it('sees that weeks differ more than by chance', () => {
		expect(
			dispersionOf(weeks(Array.from({ length: 52 }, (_, week) => (week % 2 ? 150 : 50)))),
		).toBeGreaterThan(20);
	});

	it('finds since when', () => {
		expect(changePoint(weeks([9, 11, 10, 8, 12, 30, 28, 33]))).toBe(5);
		expect(changePoint(weeks([3]))).toBeNull();
	});
});

describe('small numbers', () => {
	it('never shows a small group, nor lets the total give one away', () => {
		const groups = fc.array(fc.record({ count: fc.nat(12) }), { maxLength: 12 });
		fc.assert(
			fc.property(groups, (all) => {
				const { shown, together } = withoutSmallGroups(all);
				expect(shown.every(({ count }) => count >= 5)).toBe(true);
				const rest = together.reduce((total, { count }) => total + count, 0);
				if (shown.length > 0 && together.length > 0) {
					expect(together.length).toBeGreaterThan(1);
					expect(rest).toBeGreaterThanOrEqual(5);
				}
				expect(shown.length + together.length).toBe(all.filter(({ count }) => count > 0).length);
			}),
		);
	});

	it('makes no percentage of fewer than ten', () => {
		expect(shareOf(3, 9)).toBeNull();
		expect(shareOf(3, 10)).toBe(0.3);
	});
});
