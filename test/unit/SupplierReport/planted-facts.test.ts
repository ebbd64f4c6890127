import { join } from 'node:path';
import { makeReport, makeReports } from '../../../nodes/SupplierReport/contents/make-report';
import type { Report } from '../../../nodes/SupplierReport/contents/report';
import { Register } from '../../../nodes/shared/storage/register';
import { WorkingCalendar } from '../../../nodes/shared/domain/working-time/working-calendar';
import { fillRegister } from '../../support/generated-register';
import { PLANTED, PLANTED_STREAMS, TWO_YEARS } from '../../support/planted-year';
import { generateSignals } from '../../support/signal-year';
import { temporaryFolder } from '../../support/temp-folder';

const databaseFile = join(temporaryFolder(), 'register.sqlite');
const now = new Date('2026-11-24T08:00:00Z');
let register: Register;

beforeAll(async () => {
	const total = await fillRegister(databaseFile, generateSignals(PLANTED_STREAMS, TWO_YEARS, 8));
	// Two years of 20,000.
	expect(Math.round(total / 10_000)).toBe(4);
	register = await Register.open({ databaseFile }, () => now);
}, 120_000);
afterAll(() => register.close());

const REQUEST = {
	period: { kind: 'twoMonths' as const, endedBefore: PLANTED.endedBefore },
	terms: [{ supplier: '', category: '', days: 10 }],
	calendar: new WorkingCalendar(),
	now,
};
const reportOn = async (supplier: string | null): Promise<Report> =>
	await makeReport(register, { ...REQUEST, supplier });

it('reports that complaints about FMH rise, since when, and what they are about', async () => {
	const report = await reportOn('FMH');
	expect(report.trends).toEqual([
		expect.objectContaining({ kind: 'change', name: 'klacht', direction: 'up', lastYearKnown: true }),
	]);
	const [rise] = report.trends;
	expect(Math.abs(Date.parse(rise!.since!) - Date.parse(PLANTED.riseFrom))).toBeLessThan(22 * 86_400_000);
	expect(report.headline.join(' ')).toContain('klachten binnen');
	const subjects = report.subjects.top.map(({ name }) => name.toLowerCase());
	expect(subjects.join()).toContain('vuile vergaderzaal');
	const quotes = report.subjects.top.flatMap((subject) => subject.quotes).join(' ');
	expect(quotes).toContain('vergaderzaal');
	expect(quotes).not.toMatch(/Jan|Vries|06-/);
	expect(report.compliments.quotes).toEqual(['Complimenten voor de snelle hulp van de medewerkers.']);
});

it('reports the season of SSC-ICT as a season', async () => {
	const { trends, trendTexts } = await reportOn('SSC-ICT');
	expect(trends).toContainEqual(
		expect.objectContaining({ kind: 'season', name: 'storing', direction: 'up' }),
	);
	expect(trends.filter(({ kind }) => kind !== 'season')).toEqual([]);
	expect(trendTexts.join()).toContain('het hoort waarschijnlijk bij het seizoen');
});

it('reports that RGD got slower', async () => {
	const report = await reportOn('RGD');
	expect(report.trends).toEqual([expect.objectContaining({ kind: 'leadTime', direction: 'up' })]);
	expect(report.leadTimes.median!).toBeGreaterThan(4);
	expect(report.leadTimes.inTime!.share!).toBeLessThan(0.8);
});

it.each(['Xerox', 'Staples', 'Topbloemen', 'IUC', 'PIV'])(
	'names no trend of %s, where there is none',
	async (supplier) => {
		const { trends, headline } = await reportOn(supplier);
		expect(trends).toEqual([]);
		expect(headline.join(' ')).toMatch(/geen stijging of daling|te weinig om/);
	},
);

it('counts the same in every way of counting', async () => {
	const summary = await reportOn(null);
	const reports = await Promise.all(summary.suppliers.map(({ supplier }) => reportOn(supplier)));
	const total = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0);
	const { now: all, previous, lastYear } = summary.total;
	expect(all).toBeGreaterThan(3_000);
	expect(total(summary.categories.map((one) => one.now))).toBe(all);
	expect(total(summary.suppliers.map(({ volume }) => volume.now))).toBe(all);
	expect(total(reports.map((one) => one.total.now))).toBe(all);
	expect(total(reports.map((one) => one.total.previous!))).toBe(previous);
	expect(total(reports.map((one) => one.total.lastYear!))).toBe(lastYear);
	expect(total(reports.map((one) => one.open.count))).toBe(summary.open.count);
	expect(total(reports.map((one) => one.leadTimes.measured))).toBe(summary.leadTimes.measured);
	const { shown, together, unknown } = summary.groups;
	expect(total(shown.map(({ count }) => count)) + together.count + unknown).toBe(all);
	expect(total(summary.months.slice(-2).map(({ count }) => count!))).toBe(all);
	expect(summary.trends).toContainEqual(expect.objectContaining({ name: 'SSC-ICT', kind: 'season' }));
});

it('makes the same reports together as one by one', async () => {
	const together: Report[] = [];
	for await (const report of makeReports(register, REQUEST)) together.push(report);
	const names = together.map(({ supplier }) => supplier);
	expect(names).toEqual(['FMH', 'IUC', 'PIV', 'RGD', 'SSC-ICT', 'Staples', 'Topbloemen', 'Xerox', null]);
	for (const report of together) expect(report).toEqual(await reportOn(report.supplier));
});
