import { DateTime } from 'luxon';
import { CATEGORIES } from '../../shared/domain/codebook';
import { ZONE, type WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import type { Register } from '../../shared/storage/register';
import type { Reports } from '../../shared/storage/reports';
import { reportPeriod, type PeriodRequest, type ReportPeriod } from '../period/period';
import { WorkingDays } from '../period/weeks';
import { findTrends } from '../trends/find-trends';
import { closedParts, leadTimeFigures, openFigures, partOf, tallyOf } from './lead-times';
import { countPeriod, countsOf, suppliersIn, type PeriodCounts } from './period-counts';
import { dissatisfactionFigures, groupFigures, qualityFigures, satisfactionFigures } from './figures';
import type { OtherFigures, Report } from './report';
import { supplierLines } from './supplier-lines';
import { textsReader, type TextsReader } from './read-texts';
import type { Term } from './terms';
import { compared, monthly, seriesBy, seriesOfAll } from './volume';
import { headlineOf, trendInWords } from './words';

export interface ReportsRequest {
	period: PeriodRequest;
	terms: readonly Term[];
	calendar: WorkingCalendar;
	/** What the coordinator added. */
	explanation?: string;
	other?: OtherFigures | null;
	now: Date;
}

export interface ReportRequest extends ReportsRequest {
	/** Null for a summary of all suppliers. */
	supplier: string | null;
}

/** Under this name the summary of all suppliers is kept. */
export const ALL_SUPPLIERS = 'alle';

type Stores = Pick<Register, 'reports' | 'satisfaction'>;

/** What every report of one run is made from. */
interface Sources {
	reports: Reports;
	period: ReportPeriod;
	calendar: WorkingDays;
	counts: PeriodCounts;
	readTexts: TextsReader;
}

/** Makes a report from the register. What is counted is counted in the database; texts are read a page at a time. */
export async function makeReport(stores: Stores, request: ReportRequest): Promise<Report> {
	const sources = await openSources(stores, request.supplier, request);
	return await reportFrom(sources, request);
}

/**
 * A report for every supplier with a signal in the period, by name, and then one of all together. The period is
 * counted once for all of them; each report is made when it is asked for, so that not all need to be in memory.
 */
export async function* makeReports(stores: Stores, request: ReportsRequest): AsyncGenerator<Report> {
	const sources = await openSources(stores, null, request);
	for (const supplier of [...suppliersIn(sources.counts, sources.period), null]) {
		yield await reportFrom(sources, { ...request, supplier });
	}
}

async function openSources(
	stores: Stores,
	supplier: string | null,
	request: ReportsRequest,
): Promise<Sources> {
	const period = reportPeriod(request.period);
	return {
		reports: stores.reports,
		period,
		calendar: new WorkingDays(request.calendar),
		counts: await countPeriod(stores, supplier, period),
		readTexts: textsReader(stores.reports, period),
	};
}

async function reportFrom(sources: Sources, request: ReportRequest): Promise<Report> {
	const { supplier, terms } = request;
	const { reports, period, calendar } = sources;
	const counts = countsOf(sources.counts, supplier);
	const { daily, firstDay, closed } = counts;

	const all = seriesOfAll(daily);
	const perCategory = seriesBy(daily, 'category');
	const [again, againBefore] = [closedParts(closed), closedParts(counts.closedBefore)];
	const trends = findTrends(
		{
			series: [all, ...perCategory, ...(supplier === null ? seriesBy(daily, 'supplier') : [])],
			shares: [
				{
					name: 'heropend',
					now: { count: again.reopened, exposure: again.count },
					before: { count: againBefore.reopened, exposure: againBefore.count },
				},
			],
			leadTimes: { now: tallyOf(closed), before: tallyOf(counts.closedBefore) },
			firstDay,
		},
		period,
		calendar,
	);
	const trendTexts = trends.map(trendInWords);
	const openNow = openFigures(counts.open, terms, period.until, calendar);
	const dissatisfaction = dissatisfactionFigures(counts.dissatisfaction);
	const total = compared(all, period, firstDay);
	const categories = CATEGORIES.flatMap((category) => {
		const series = perCategory.find(({ name }) => name === category);
		return series ? [{ category, ...compared(series, period, firstDay) }] : [];
	});
	const compliments = categories.find(({ category }) => category === 'compliment')?.now ?? 0;
	const texts = await sources.readTexts(supplier, { signals: total.now, compliments });
	return {
		supplier,
		period: { from: period.from, until: period.until, label: period.label },
		madeOn: DateTime.fromJSDate(request.now).setZone(ZONE).toISODate()!,
		headline: headlineOf(
			{
				supplier,
				label: period.label,
				open: openNow.count,
				overdue: openNow.overdue,
				dissatisfied: dissatisfaction.count,
			},
			total,
			trendTexts,
		),
		explanation: request.explanation ?? '',
		total,
		categories,
		months: monthly(all, period, firstDay),
		trends,
		trendTexts,
		subjects: texts.subjects,
		leadTimes: {
			...leadTimeFigures(closed, terms),
			perCategory: CATEGORIES.flatMap((category) => {
				const own = closed.filter((row) => row.category === category);
				return own.length > 0 ? [{ category, ...leadTimeFigures(own, terms) }] : [];
			}),
		},
		open: openNow,
		reopened: partOf(again.reopened, again.count),
		dissatisfaction,
		compliments: { count: compliments, quotes: texts.compliments },
		satisfaction: satisfactionFigures(counts.satisfaction.get(supplier)),
		groups: groupFigures(counts.groups),
		agreements: await reports.agreements(supplier),
		previous: await previousOf(reports, supplier, period),
		quality: qualityFigures(counts.quality),
		suppliers: supplier === null ? supplierLines(counts, terms, period, calendar) : [],
		other: fitting(request.other, supplier),
	};
}

const fitting = (other: OtherFigures | null | undefined, supplier: string | null): OtherFigures | null =>
	other && (!other.supplier || other.supplier === supplier) ? other : null;

async function previousOf(
	reports: Reports,
	supplier: string | null,
	period: ReportPeriod,
): Promise<Report['previous']> {
	const kept = await reports.lastBefore(supplier ?? ALL_SUPPLIERS, period.from);
	if (!kept) return null;
	const { headline, period: about } = JSON.parse(kept.report) as Report;
	return { label: about.label, headline };
}
