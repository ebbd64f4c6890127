import fc from 'fast-check';
import { isLosslessNumber } from 'lossless-json';
import type { Condition } from '../../../nodes/Planon/api/filter';
import type { PlanonRecord } from '../../../nodes/Planon/api/schemas';
import { readInWindows, type RecordReader } from '../../../nodes/Planon/reading/windows';

const SEED = { seed: 20261124 };

interface Row {
	syscode: bigint;
	/** Milliseconds since 1970. */
	changed: number;
}

/** A Planon that answers a read with at most `cutOff` records, in no particular order, and says nothing of the rest. */
class SilentPlanon implements RecordReader {
	readonly answers: number[] = [];

	constructor(
		private readonly rows: Row[],
		private readonly cutOff: number,
	) {}

	async read(_definition: string, filter: readonly unknown[]): Promise<PlanonRecord[]> {
		const fits = (row: Row) =>
			(filter as Condition[]).every(({ field, operator, value }) => {
				if (field === 'Syscode') {
					const wanted = BigInt(isLosslessNumber(value) ? value.toString() : (value as bigint));
					return operator === 'ge' ? row.syscode >= wanted : row.syscode <= wanted;
				}
				const wanted = Date.parse(value as string);
				return operator === 'ge' ? row.changed >= wanted : row.changed <= wanted;
			});
		const found = this.rows.filter(fits);
		const start = found.length > 0 ? this.answers.length % found.length : 0;
		const answer = [...found.slice(start), ...found.slice(0, start)].slice(0, this.cutOff);
		this.answers.push(answer.length);
		return answer.map(({ syscode, changed }) => ({
			Syscode: syscode > BigInt(Number.MAX_SAFE_INTEGER) ? String(syscode) : Number(syscode),
			SysMutationDateTime: new Date(changed).toISOString(),
		}));
	}
}

async function syscodesOf(parts: AsyncIterable<PlanonRecord[]>): Promise<string[]> {
	const found: string[] = [];
	for await (const part of parts) found.push(...part.map(({ Syscode }) => String(Syscode)));
	return found;
}

const sorted = (codes: Array<string | bigint>) => codes.map(String).sort();

/** Islands of Syscodes far apart, as one sequence for all definitions gives. */
const syscodes = fc
	.array(
		fc.record({
			start: fc.bigInt({ min: 1n, max: 2n ** 60n }),
			gaps: fc.array(fc.bigInt({ min: 1n, max: 40n }), { maxLength: 40 }),
		}),
		{ maxLength: 3 },
	)
	.map((islands) => {
		const codes = islands.flatMap(({ start, gaps }) => {
			let code = start;
			return [start, ...gaps.map((gap) => (code += gap))];
		});
		return [...new Set(codes)];
	});

describe('reading in windows of Syscodes', () => {
	it('misses nothing and gives nothing twice, whatever the gaps, sizes and cut-off', async () => {
		await fc.assert(
			fc.asyncProperty(
				syscodes,
				fc.bigInt({ min: 1n, max: 5000n }),
				fc.integer({ min: 2, max: 20 }),
				async (codes, size, mostInAnswer) => {
					const planon = new SilentPlanon(
						codes.map((syscode) => ({ syscode, changed: 0 })),
						mostInAnswer,
					);
					const windows = { by: 'syscode', from: 1n, size, mostInAnswer } as const;
					expect(sorted(await syscodesOf(readInWindows(planon, 'UsrRequest', [], windows)))).toEqual(
						sorted(codes),
					);
				},
			),
			{ ...SEED, numRuns: 60 },
		);
	});

	it('keeps to its first and last Syscode', async () => {
		const rows = Array.from({ length: 50 }, (_, index) => ({ syscode: BigInt(index + 1), changed: 0 }));
		const planon = new SilentPlanon(rows, 1000);
		const windows = { by: 'syscode', from: 10n, to: 20n, size: 4n, mostInAnswer: 500 } as const;
		const found = await syscodesOf(readInWindows(planon, 'UsrRequest', [], windows));
		expect(sorted(found)).toEqual(Array.from({ length: 11 }, (_, index) => String(index + 10)));
	});

	it('uses no answer that may have been cut off', async () => {
		const rows = Array.from({ length: 1000 }, (_, index) => ({ syscode: BigInt(index + 1), changed: 0 }));
		const planon = new SilentPlanon(rows, 100);
		const windows = { by: 'syscode', from: 1n, size: 1000n, mostInAnswer: 100 } as const;
		for await (const part of readInWindows(planon, 'UsrRequest', [], windows)) {
			expect(part.length).toBeLessThan(100);
		}
	});
});

describe('reading in windows of time', () => {
	const START = Date.parse('2026-11-01T00:00:00Z');
	/** Bursts on one moment, as an import makes, and moments with parts of a second. */
	const rows = fc
		.array(
			fc.record({
				second: fc.integer({ min: 0, max: 100_000 }),
				millisecond: fc.constantFrom(0, 0, 1, 500, 999),
				together: fc.integer({ min: 1, max: 12 }),
			}),
			{ maxLength: 20 },
		)
		.map((bursts) =>
			bursts.flatMap(({ second, millisecond, together }, burst) =>
				Array.from({ length: together }, (_, index) => ({
					syscode: BigInt(burst * 100 + index + 1),
					changed: START + second * 1000 + millisecond,
				})),
			),
		);

	it('misses nothing and gives nothing twice, also at the borders and for many in one moment', async () => {
		await fc.assert(
			fc.asyncProperty(
				rows,
				fc.bigInt({ min: 1n, max: 50_000n }),
				fc.integer({ min: 2, max: 20 }),
				async (all, size, mostInAnswer) => {
					const planon = new SilentPlanon(all, mostInAnswer);
					const found = await syscodesOf(
						readInWindows(planon, 'UsrRequest', [], {
							by: 'time',
							field: 'SysMutationDateTime',
							from: new Date(START),
							to: new Date(START + 100_001_000),
							size,
							mostInAnswer,
						}),
					);
					expect(sorted(found)).toEqual(sorted(all.map(({ syscode }) => syscode)));
				},
			),
			{ ...SEED, numRuns: 60 },
		);
	});

	it('gives what lies on its begin and its end, and nothing outside', async () => {
		const at = (iso: string, syscode: bigint) => ({ syscode, changed: Date.parse(iso) });
		const planon = new SilentPlanon(
			[
				at('2026-11-01T08:59:59Z', 1n),
				at('2026-11-01T09:00:00Z', 2n),
				at('2026-11-01T10:00:00Z', 3n),
				at('2026-11-01T10:00:01Z', 4n),
			],
			1000,
		);
		const found = await syscodesOf(
			readInWindows(planon, 'UsrRequest', [], {
				by: 'time',
				field: 'SysMutationDateTime',
				from: new Date('2026-11-01T09:00:00Z'),
				to: new Date('2026-11-01T10:00:00Z'),
				size: 60n,
				mostInAnswer: 500,
			}),
		);
		expect(found).toEqual(['2', '3']);
	});
});
