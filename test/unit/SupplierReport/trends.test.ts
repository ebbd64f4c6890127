import { reportPeriod } from '../../../nodes/SupplierReport/period/period';
import { findTrends } from '../../../nodes/SupplierReport/trends/find-trends';
import { evidenceOf } from '../../support/report-evidence';
import { workingDays, type Stream } from '../../support/signal-year';

const SETS = 200;
const CATEGORIES = ['storing', 'klacht', 'onvrede', 'informatieverzoek', 'wens', 'compliment'];
const period = reportPeriod({ kind: 'twoMonths', endedBefore: '2026-11-24' });
const NO_LEAD_TIMES = { now: new Map(), before: new Map() };

const noise = (perDay: number, unrest: number): Stream[] =>
	CATEGORIES.map((category, index) => ({ supplier: 'FMH', category, perDay: perDay / (index + 1), unrest }));
const trendsIn = (streams: readonly Stream[], seed: number) =>
	findTrends(evidenceOf(streams, period, seed), period, workingDays);

it.each([
	['pure chance, few signals', 0.6, 0],
	['pure chance, many signals', 4, 0],
	['weeks that differ without cause', 4, 0.3],
])('names no more than 5%% false trends of %s', (_, perDay, unrest) => {
	let withTrend = 0;
	for (let seed = 1; seed <= SETS; seed++) {
		if (trendsIn(noise(perDay, unrest), seed).length > 0) withTrend++;
	}
	expect(withTrend).toBeLessThanOrEqual(0.05 * SETS);
});

describe('among noise', () => {
	const among = (planted: Partial<Stream>) => [
		{ supplier: 'FMH', category: 'storing', perDay: 3, ...planted },
		...noise(3, 0).slice(1),
	];
	const found = (planted: Partial<Stream>, name = 'storing') =>
		trendsIn(among(planted), 8).filter((trend) => trend.name === name);

	it('finds a rise, and since when', () => {
		const [rise] = found({ factor: (day) => (day >= '2026-09-07' ? 1.8 : 1) });
		expect(rise).toMatchObject({ kind: 'change', direction: 'up', lastYearKnown: true });
		expect(Math.abs(Date.parse(rise!.since!) - Date.parse('2026-09-07'))).toBeLessThan(21 * 86_400_000);
	});

	it('finds a fall', () => {
		const [fall] = found({ factor: (day) => (day >= period.from ? 0.4 : 1) });
		expect(fall).toMatchObject({ kind: 'change', direction: 'down' });
	});

	it('calls what comes back every year a season', () => {
		const inAutumn = (day: string) => (['09', '10'].includes(day.slice(5, 7)) ? 2 : 1);
		expect(found({ factor: inAutumn })[0]).toMatchObject({ kind: 'season', direction: 'up', since: null });
	});

	it('sees that a season stayed away this year', () => {
		const lastYear = (day: string) => (/^2025-(09|10)/.test(day) ? 2 : 1);
		expect(found({ factor: lastYear })[0]).toMatchObject({ kind: 'sinceLastYear', direction: 'down' });
	});

	it('finds that closing takes longer', () => {
		const [slower] = found({ leadDays: (day) => (day >= period.from ? 8 : 4) }, 'doorlooptijd');
		expect(slower).toMatchObject({ kind: 'leadTime', direction: 'up' });
	});
});

describe('what ran otherwise before', () => {
	/** Working days with so many storingen in each part of the time. */
	const seriesOf = (perDay: (day: string) => number) => ({
		name: 'storing',
		days: new Map(
			workingDays.days({ from: '2025-01-01', until: period.until }).map((day) => [day, perDay(day)]),
		),
	});
	const trendOf = (perDay: (day: string) => number) =>
		findTrends(
			{ series: [seriesOf(perDay)], shares: [], leadTimes: NO_LEAD_TIMES, firstDay: '2025-01-01' },
			period,
			workingDays,
		)[0];

	it('is no begin of a rise when it is a fall, or a change of long ago', () => {
		const now = (day: string) => day >= period.from;
		const fellInWinter = (day: string) => (now(day) ? 7 : day >= '2025-12-15' ? 3 : 15);
		expect(trendOf(fellInWinter)).toMatchObject({ kind: 'change', direction: 'up', since: null });
		const fellInOctober = (day: string) => (day >= '2026-10-19' ? 0 : now(day) ? 9 : 5);
		expect(trendOf(fellInOctober)).toMatchObject({ kind: 'change', direction: 'up', since: null });
		const roseInMarch = (day: string) => (now(day) ? 11 : day >= '2026-03-02' ? 9 : 2);
		expect(trendOf(roseInMarch)).toMatchObject({ kind: 'change', direction: 'up', since: null });
	});

	it('is the begin when it changed in the period before', () => {
		const rose = (day: string) => (day >= '2026-07-13' ? 9 : 3);
		expect(trendOf(rose)!.since).toMatch(/^2026-07-/);
	});
});

it.each(['2026-09-01', '2026-07-01', '2025-11-02'])(
	'says nothing about closing when the register counts from %s',
	(firstDay) => {
		const leadTimes = { now: new Map([[9, 200]]), before: new Map([[1, 200]]) };
		const share = { now: { count: 90, exposure: 200 }, before: { count: 5, exposure: 200 } };
		const evidence = { series: [], shares: [{ name: 'heropend', ...share }], leadTimes };
		expect(findTrends({ ...evidence, firstDay }, period, workingDays)).toEqual([]);
		const older = findTrends({ ...evidence, firstDay: '2025-11-01' }, period, workingDays);
		expect(older.map(({ kind }) => kind).sort()).toEqual(['leadTime', 'share']);
	},
);

it('says nothing when the register is as young as the period', () => {
	const days = new Map([['2026-09-01', 500]]);
	const evidence = { series: [{ name: 'storing', days }], shares: [], firstDay: '2026-09-01' };
	expect(findTrends({ ...evidence, leadTimes: NO_LEAD_TIMES }, period, workingDays)).toEqual([]);
});
