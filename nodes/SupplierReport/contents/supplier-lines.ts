import type { ReportPeriod } from '../period/period';
import type { WorkingDays } from '../period/weeks';
import { COMPLAINTS } from './figures';
import { leadTimeFigures, openFigures } from './lead-times';
import { countsOf, type PeriodCounts } from './period-counts';
import type { SupplierLine } from './report';
import type { Term } from './terms';
import { compared, seriesBy } from './volume';

/** A line for every supplier that there are counts of, the most signals first. */
export function supplierLines(
	counts: PeriodCounts,
	terms: readonly Term[],
	period: ReportPeriod,
	calendar: WorkingDays,
): SupplierLine[] {
	return seriesBy(counts.daily, 'supplier')
		.map((series): SupplierLine => {
			const { daily, closed, open } = countsOf(counts, series.name);
			const complaints = daily.filter(({ day, category }) => day >= period.from && COMPLAINTS.has(category));
			return {
				supplier: series.name,
				volume: compared(series, period, counts.firstDay),
				complaints: complaints.reduce((sum, { count }) => sum + count, 0),
				leadTimes: leadTimeFigures(closed, terms),
				open: openFigures(open, terms, period.until, calendar),
			};
		})
		.sort((a, b) => b.volume.now - a.volume.now || a.supplier.localeCompare(b.supplier, 'nl'));
}
