import { DateTime } from 'luxon';
import { CATEGORIES } from '../../shared/domain/codebook';
import { ZONE, type WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import type { Register } from '../../shared/storage/register';
import type { Satisfaction as SatisfactionStore } from '../../shared/storage/satisfaction/satisfaction';
import type { GroupCount, QualityCount, Reports } from '../../shared/storage/reports';
import { reportPeriod, type PeriodRequest, type ReportPeriod } from '../period/period';
import { WorkingDays } from '../period/weeks';
import { SMALLEST_FOR_SHARE, withoutSmallGroups } from '../statistics/small-groups';
import { wilsonInterval } from '../statistics/wilson';
import { findTrends, type Evidence } from '../trends/find-trends';
import { leadTimeFigures, openFigures, partOf, tallyOf } from './lead-times';
import type { CustomerGroup, OtherFigures, Report, Satisfaction, SupplierLine } from './report';
import { readTexts } from './read-texts';
import type { Term } from './terms';
import { compared, monthly, seriesBy, seriesOfAll } from './volume';
import { headlineOf, trendInWords } from './words';

export interface ReportRequest {
	/** Null for a summary of all suppliers. */
	supplier: string | null;
	period: PeriodRequest;
	terms: readonly Term[];
	calendar: WorkingCalendar;
	/** What the coordinator added. */
	explanation?: string;
	other?: OtherFigures | null;
	now: Date;
}

/** Under this name the summary of all suppliers is kept. */
export const ALL_SUPPLIERS = 'alle';

/** Makes a report from the register. What is counted is counted in the database; texts are read a page at a time. */
export async function makeReport(
	{ reports, satisfaction }: Pick<Register, 'reports' | 'satisfaction'>,
	request: ReportRequest,
): Promise<Report> {
	const { supplier, terms } = request;
	const period = reportPeriod(request.period);
	const calendar = new WorkingDays(request.calendar);
	const scope = { supplier, from: period.from, until: period.until };
	const firstDay = (await reports.firstDay()) ?? period.from;

	const daily = await reports.daily({ supplier, from: period.beforeLastYear.from, until: period.until });
	const leadTimes = await reports.leadTimes(scope);
	const before = { supplier, from: period.between.from, until: period.between.until };
	const closed = await reports.closed(scope);
	const closedBefore = await reports.closed(before);
	const all = seriesOfAll(daily);
	const perCategory = seriesBy(daily, 'category');
	const evidence: Evidence = {
		series: [all, ...perCategory, ...(supplier === null ? seriesBy(daily, 'supplier') : [])],
		shares: [
			{
				name: 'heropend',
				now: { count: closed.reopened, exposure: closed.count },
				before: { count: closedBefore.reopened, exposure: closedBefore.count },
			},
		],
		leadTimes: { now: tallyOf(leadTimes), before: tallyOf(await reports.leadTimes(before)) },
		firstDay,
	};
	const trends = findTrends(evidence, period, calendar);
	const trendTexts = trends.map(trendInWords);
	const open = await reports.openAt(supplier, period.until);
	const openNow = openFigures(open, terms, period.until, calendar);
	const dissatisfaction = await reports.dissatisfaction(scope);
	const total = compared(all, period, firstDay);
	const texts = await readTexts(reports, scope);
	const categories = CATEGORIES.flatMap((category) => {
		const series = perCategory.find(({ name }) => name === category);
		return series ? [{ category, ...compared(series, period, firstDay) }] : [];
	});
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
			...leadTimeFigures(leadTimes, terms),
			perCategory: CATEGORIES.flatMap((category) => {
				const counts = leadTimes.filter((row) => row.category === category);
				return counts.length > 0 ? [{ category, ...leadTimeFigures(counts, terms) }] : [];
			}),
		},
		open: openNow,
		reopened: partOf(closed.reopened, closed.count),
		dissatisfaction,
		compliments: {
			count: categories.find(({ category }) => category === 'compliment')?.now ?? 0,
			quotes: texts.compliments,
		},
		satisfaction: await satisfactionIn(satisfaction, supplier, period),
		groups: groupFigures(await reports.groups(scope)),
		agreements: await reports.agreements(supplier),
		previous: await previousOf(reports, supplier, period),
		quality: qualityFigures(await reports.quality(scope)),
		suppliers: supplier === null ? supplierLines() : [],
		other: fitting(request.other, supplier),
	};

	function supplierLines(): SupplierLine[] {
		return seriesBy(daily, 'supplier')
			.map((series): SupplierLine => {
				const ofSupplier = <T extends { supplier: string }>(rows: readonly T[]) =>
					rows.filter((row) => row.supplier === series.name);
				const complaints = ofSupplier(daily).filter(
					({ day, category }) => day >= period.from && COMPLAINTS.has(category),
				);
				return {
					supplier: series.name,
					volume: compared(series, period, firstDay),
					complaints: complaints.reduce((sum, { count }) => sum + count, 0),
					leadTimes: leadTimeFigures(ofSupplier(leadTimes), terms),
					open: openFigures(ofSupplier(open), terms, period.until, calendar),
				};
			})
			.sort((a, b) => b.volume.now - a.volume.now || a.supplier.localeCompare(b.supplier, 'nl'));
	}
}

const COMPLAINTS = new Set(['klacht', 'onvrede']);

function groupFigures(counts: readonly GroupCount[]): Report['groups'] {
	const groups = new Map<string, CustomerGroup>();
	let unknown = 0;
	for (const { organisation, category, count } of counts) {
		if (!organisation) {
			unknown += count;
			continue;
		}
		const group = groups.get(organisation) ?? { organisation, count: 0, complaints: 0 };
		group.count += count;
		if (COMPLAINTS.has(category)) group.complaints += count;
		groups.set(organisation, group);
	}
	const { shown, together } = withoutSmallGroups([...groups.values()]);
	return {
		shown,
		together: { groups: together.length, count: together.reduce((sum, { count }) => sum + count, 0) },
		unknown,
	};
}

function qualityFigures(counts: readonly QualityCount[]): Report['quality'] {
	const total = counts.reduce((sum, { count }) => sum + count, 0);
	const part = (fits: (row: QualityCount) => boolean) =>
		partOf(
			counts.filter(fits).reduce((sum, { count }) => sum + count, 0),
			total,
		);
	const by = (who: string) => part(({ decidedBy }) => decidedBy === who);
	return {
		model: part(({ decidedBy }) => decidedBy === 'model' || decidedBy === 'llm'),
		person: by('person'),
		rule: by('rule'),
		nobody: by('nobody'),
		unsure: part(({ unsure }) => unsure === 1),
	};
}

/** Of the customers who were asked in the period. */
async function satisfactionIn(
	asking: SatisfactionStore,
	supplier: string | null,
	{ from, until }: ReportPeriod,
): Promise<Satisfaction | null> {
	const moment = (day: string) => DateTime.fromISO(day, { zone: ZONE }).toUTC().toISO()!;
	const { total, bySupplier } = await asking.figures(moment(from), moment(until));
	const counted = supplier === null ? total : bySupplier.find((row) => row.supplier === supplier);
	if (!counted || counted.asked === 0) return null;
	const { asked, answered, satisfied } = counted;
	return {
		asked,
		answered: partOf(answered, asked),
		satisfied: partOf(satisfied, answered),
		interval: answered < SMALLEST_FOR_SHARE ? null : wilsonInterval(satisfied, answered),
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
