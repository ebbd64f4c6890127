import { DateTime } from 'luxon';
import fc from 'fast-check';
import { getFigures, type FiguresRequest } from '../../../nodes/Planon/figures/get-figures';
import { leadTime, LeadTimes } from '../../../nodes/Planon/figures/lead-time';
import { WorkingCalendar } from '../../../nodes/shared/domain/working-time/working-calendar';
import { presetMapping } from '../../../nodes/Planon/presets/mapping';
import { clientOf } from '../../simulators/planon/for-tests';
import { startPlanonSimulator, type PlanonSimulator } from '../../simulators/planon';

const ZONE = 'Europe/Amsterdam';
const day = (iso: string) => DateTime.fromISO(iso, { zone: ZONE });
const CALENDAR = new WorkingCalendar();

describe('a lead time', () => {
	it.each([
		['on one day', '2026-11-02T09:00', '2026-11-02T17:00', 0, 0],
		['until the next day', '2026-11-02T09:00', '2026-11-03T08:00', 1, 1],
		['over a weekend', '2026-11-06T09:00', '2026-11-09T09:00', 3, 1],
		['begun in a weekend', '2026-11-07T09:00', '2026-11-09T09:00', 2, 1],
		['over the change of the clock', '2026-10-24T12:00', '2026-10-26T12:00', 2, 1],
	])('%s counts days and working days', (_what, from, to, days, workingDays) => {
		expect(leadTime(day(from), day(to), 'days', CALENDAR)).toBe(days);
		expect(leadTime(day(from), day(to), 'workingDays', CALENDAR)).toBe(workingDays);
	});

	it('leaves out holidays, and the days on which the organisation is closed', () => {
		const overChristmas = (calendar: WorkingCalendar) =>
			leadTime(day('2026-12-24'), day('2026-12-29'), 'workingDays', calendar);
		expect(overChristmas(CALENDAR)).toBe(2);
		expect(overChristmas(new WorkingCalendar({ closedOn: ['2026-12-28'] }))).toBe(1);
	});
});

describe('percentiles', () => {
	it('are those of the nearest rank', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat({ max: 30 }), { minLength: 1 }),
				fc.constantFrom(0.5, 0.9, 1),
				(all, share) => {
					const times = new LeadTimes();
					for (const days of all) times.add(days);
					const found = times.percentile(share)!;
					expect(all.filter((days) => days <= found).length).toBeGreaterThanOrEqual(share * all.length);
					expect(all.filter((days) => days < found).length).toBeLessThan(share * all.length);
				},
			),
			{ seed: 20261124 },
		);
	});

	it('of nothing are null', () => {
		expect(new LeadTimes().percentile(0.5)).toBeNull();
	});
});

describe('the figures of a period', () => {
	let simulator: PlanonSimulator;
	let now = '';
	beforeEach(async () => {
		simulator = await startPlanonSimulator({ now: () => new Date(now), cutOffAfter: 10 });
	});
	afterEach(() => simulator.stop());

	/** One complaint: who it is about, when it came, and when it was done. */
	async function complaint(supplier: number, category: number | null, from: string, done?: string) {
		now = from;
		const { Syscode } = simulator.add('UsrComplaint', {
			ExternalTradesmanAddressRef: supplier,
			StandardOrderRef: category,
		});
		if (done === undefined) return;
		now = done;
		const filter = [{ field: 'Syscode', operator: 'eq' as const, value: Syscode as number }];
		await clientOf(simulator).changeState('UsrComplaint', 'UsrCompleted', filter);
	}

	const figures = (changes: Partial<FiguresRequest> = {}) =>
		getFigures(
			{
				client: clientOf(simulator),
				preset: 'complaint',
				mapping: presetMapping({}, 'complaint'),
				timeZone: ZONE,
			},
			{
				from: day('2026-09-01'),
				to: day('2026-10-31').endOf('day'),
				party: 2210,
				filter: [],
				unit: 'workingDays',
				calendar: CALENDAR,
				mostInAnswer: 10,
				...changes,
			},
		);

	it('count what came in it, for one supplier', async () => {
		await complaint(2210, 7, '2026-08-31T12:00:00Z', '2026-09-02T12:00:00Z');
		// Tuesday to Wednesday, Thursday to Tuesday, Friday to Monday, and one that is open.
		await complaint(2210, 7, '2026-09-01T12:00:00Z', '2026-09-02T12:00:00Z');
		await complaint(2210, 7, '2026-09-10T12:00:00Z', '2026-09-15T12:00:00Z');
		await complaint(2210, 8, '2026-10-02T12:00:00Z', '2026-10-05T12:00:00Z');
		await complaint(2210, null, '2026-10-31T22:30:00Z');
		await complaint(9999, 7, '2026-10-01T12:00:00Z');
		expect(await figures()).toMatchObject({
			definition: 'UsrComplaint',
			party: 2210,
			count: 4,
			open: 1,
			byCategory: [
				{ category: '7', count: 2 },
				{ category: '8', count: 1 },
				{ category: null, count: 1 },
			],
			byState: [
				{ state: 'completed', count: 3 },
				{ state: 'reported', count: 1 },
			],
			byMonth: [
				{ month: '2026-09', count: 2 },
				{ month: '2026-10', count: 2 },
			],
			leadTime: { unit: 'workingDays', measured: 3, median: 1, p90: 3, basedOn: 'changed' },
		});
		expect(await figures({ party: null })).toMatchObject({ count: 5 });
		expect(await figures({ unit: 'days' })).toMatchObject({ leadTime: { median: 3, p90: 5 } });
	});

	it('are complete when Planon cuts its answers off, and come in windows', async () => {
		for (let index = 0; index < 60; index++) {
			await complaint(2210, index % 3, new Date(Date.UTC(2026, 8, 1, 8, index * 7)).toISOString());
		}
		const counted = await figures();
		expect(counted).toMatchObject({ count: 60, open: 60, byMonth: [{ month: '2026-09', count: 60 }] });
		expect(counted.byCategory.map(({ count }) => count)).toEqual([20, 20, 20]);
		expect(counted.windows).toBeGreaterThan(6);
	});

	it('of a period without complaints are zero', async () => {
		expect(await figures()).toMatchObject({
			count: 0,
			open: 0,
			byState: [],
			leadTime: { measured: 0, median: null },
		});
	});
});
