import { DateTime } from 'luxon';
import { ZONE } from '../../shared/domain/working-time/working-calendar';
import type { Register } from '../../shared/storage/register';
import type {
	ClosedCount,
	DailyCount,
	DissatisfactionFacts,
	GroupCount,
	OpenCount,
	QualityCount,
} from '../../shared/storage/reports';
import type { SatisfactionCount } from '../../shared/storage/satisfaction/satisfaction';
import type { ReportPeriod } from '../period/period';

/** All that reports about one period count, for every supplier at once. It grows with the days, not with the signals. */
export interface PeriodCounts {
	/** First day that the register knows anything of. */
	firstDay: string;
	/** Two years of signals per day. */
	daily: readonly DailyCount[];
	/** What was closed in the period. */
	closed: readonly ClosedCount[];
	/** What was closed between the same period last year and this one. */
	closedBefore: readonly ClosedCount[];
	/** Open at the end of the period. */
	open: readonly OpenCount[];
	dissatisfaction: readonly DissatisfactionFacts[];
	groups: readonly GroupCount[];
	quality: readonly QualityCount[];
	/** Of all together, and under the name of each supplier. */
	satisfaction: ReadonlyMap<string | null, SatisfactionCount>;
}

/** Counts a period in the database, each thing once. @param supplier null for all of them */
export async function countPeriod(
	{ reports, satisfaction }: Pick<Register, 'reports' | 'satisfaction'>,
	supplier: string | null,
	period: ReportPeriod,
): Promise<PeriodCounts> {
	const { from, until, between, beforeLastYear } = period;
	const scope = { supplier, from, until };
	const moment = (day: string) => DateTime.fromISO(day, { zone: ZONE }).toUTC().toISO()!;
	const asked = await satisfaction.figures(moment(from), moment(until));
	return {
		firstDay: (await reports.firstDay()) ?? from,
		daily: await reports.daily({ supplier, from: beforeLastYear.from, until }),
		closed: await reports.closed(scope),
		closedBefore: await reports.closed({ supplier, ...between }),
		open: await reports.openAt(supplier, until),
		dissatisfaction: await reports.dissatisfaction(scope),
		groups: await reports.groups(scope),
		quality: await reports.quality(scope),
		satisfaction: new Map([
			[null, asked.total],
			...asked.bySupplier.flatMap((row) => (row.supplier ? [[row.supplier, row] as const] : [])),
		]),
	};
}

/** The part of them that is about one supplier; null for all of them. */
export function countsOf(counts: PeriodCounts, supplier: string | null): PeriodCounts {
	if (supplier === null) return counts;
	const own = <T extends { supplier: string }>(rows: readonly T[]) =>
		rows.filter((row) => row.supplier === supplier);
	return {
		...counts,
		daily: own(counts.daily),
		closed: own(counts.closed),
		closedBefore: own(counts.closedBefore),
		open: own(counts.open),
		dissatisfaction: own(counts.dissatisfaction),
		groups: own(counts.groups),
		quality: own(counts.quality),
	};
}

/** The suppliers with a signal in the period, but for those of whom it is not known. */
export function suppliersIn({ daily }: PeriodCounts, { from }: ReportPeriod): string[] {
	const suppliers = new Set(daily.filter(({ day }) => day >= from).map(({ supplier }) => supplier));
	suppliers.delete('onbekend');
	return [...suppliers].sort((a, b) => a.localeCompare(b, 'nl'));
}
