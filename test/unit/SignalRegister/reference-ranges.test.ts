import fc from 'fast-check';
import { rangesHold, toRanges } from '../../../nodes/shared/storage/personal-data/reference-ranges';

const written = (year: number, number: number) => `R-${year}-${String(number).padStart(6, '0')}`;
const references = fc.array(
	fc
		.tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 1, max: 60 }))
		.map(([year, n]) => written(year, n)),
	{ minLength: 1, maxLength: 80 },
);

it('is how people write a list, also across a million a year', () => {
	const list = ['R-2026-000003', 'R-2025-000009', 'R-2026-000001', 'R-2026-000002', 'R-2026-000002'];
	expect(toRanges(list)).toBe('R-2025-000009, R-2026-000001 t/m R-2026-000003');
	expect(toRanges(['R-2026-999999', 'R-2026-1000000'])).toBe('R-2026-999999 t/m R-2026-1000000');
	expect(toRanges([])).toBe('');
});

it('holds exactly what was given', () => {
	fc.assert(
		fc.property(references, (given) => {
			const ranges = toRanges(given);
			for (let year = 2025; year <= 2027; year++) {
				for (let number = 1; number <= 60; number++) {
					const one = written(year, number);
					expect(rangesHold(ranges, new Set([one]))).toBe(given.includes(one));
				}
			}
		}),
	);
});

it('names too many rather than too few when it must be short', () => {
	fc.assert(
		fc.property(references, fc.integer({ min: 3, max: 6 }), (given, most) => {
			const ranges = toRanges(given, most);
			expect(ranges.split(', ').length).toBeLessThanOrEqual(most);
			for (const one of given) expect(rangesHold(ranges, new Set([one]))).toBe(true);
		}),
	);
});
