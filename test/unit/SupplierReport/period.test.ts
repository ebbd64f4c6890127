import fc from 'fast-check';
import { rangeInWords, reportPeriod, type PeriodKind } from '../../../nodes/SupplierReport/period/period';

const KINDS = ['twoMonths', 'month', 'quarter', 'tertaal'] as const satisfies readonly PeriodKind[];
const day = fc
	.date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

it('takes the last period that is over', () => {
	const endedBefore = '2026-11-24';
	const label = (kind: (typeof KINDS)[number]) => reportPeriod({ kind, endedBefore }).label;
	expect(KINDS.map(label)).toEqual([
		'september en oktober 2026',
		'oktober 2026',
		'juli tot en met september 2026',
		'mei tot en met augustus 2026',
	]);
	expect(reportPeriod({ kind: 'twoMonths', endedBefore: '2027-01-02' }).label).toBe(
		'november en december 2026',
	);
});

it('always ends before the day it is asked on, right after the previous one, and a year after last year', () => {
	fc.assert(
		fc.property(fc.constantFrom(...KINDS), day, (kind, endedBefore) => {
			const period = reportPeriod({ kind, endedBefore });
			expect(period.until <= endedBefore).toBe(true);
			expect(period.previous.until).toBe(period.from);
			expect(period.lastYear.from.slice(4)).toBe(period.from.slice(4));
			expect(period.between).toEqual({ from: period.lastYear.until, until: period.from });
			expect(period.beforeLastYear.until).toBe(period.lastYear.from);
		}),
	);
});

it('takes any days, the last one included', () => {
	const period = reportPeriod({ kind: 'free', from: '2026-03-03', upTo: '2026-04-09' });
	expect(period.label).toBe('3 maart tot en met 9 april 2026');
	expect(period.until).toBe('2026-04-10');
	expect(rangeInWords(period.previous)).toBe('24 januari tot en met 2 maart 2026');
	expect(reportPeriod({ kind: 'free', from: '2026-01-01', upTo: '2026-12-31' }).between.from).toBe(
		'2026-01-01',
	);
});

it.each([
	[{ from: '2026-04-09', upTo: '2026-03-03' }, /last day must not be before/],
	[{ from: '2025-01-01', upTo: '2026-03-03' }, /at most a year/],
	[{ from: '9 april', upTo: '2026-03-03' }, /Write a day as/],
])('says what is wrong with %j', (days, message) => {
	expect(() => reportPeriod({ kind: 'free', ...days })).toThrow(message);
});
