import type { Evidence } from '../../nodes/SupplierReport/trends/find-trends';
import type { ReportPeriod } from '../../nodes/SupplierReport/period/period';
import { generateSignals, type Stream } from './signal-year';

const FIRST_DAY = '2025-01-01';

/** The same evidence as the register gives, of signals that were generated in memory. */
export function evidenceOf(streams: readonly Stream[], period: ReportPeriod, seed: number): Evidence {
	const series = new Map<string, Map<string, number>>();
	const leadTimes = { now: new Map<number, number>(), before: new Map<number, number>() };
	const range = { from: FIRST_DAY, until: period.until };
	for (const { category, day, leadDays } of generateSignals(streams, range, seed)) {
		for (const name of ['alle signalen', category]) {
			const days = series.get(name) ?? new Map<string, number>();
			days.set(day, (days.get(day) ?? 0) + 1);
			series.set(name, days);
		}
		if (leadDays === null || day < period.between.from) continue;
		const tally = day >= period.from ? leadTimes.now : leadTimes.before;
		tally.set(leadDays, (tally.get(leadDays) ?? 0) + 1);
	}
	return {
		series: [...series].map(([name, days]) => ({ name, days })),
		shares: [],
		leadTimes,
		firstDay: FIRST_DAY,
	};
}
