import type { WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import type { PlanonRecord } from '../api/schemas';
import { momentOf } from '../record/date-time';
import { stateOf, type CaseState, type PresetMapping } from '../presets/mapping';
import { leadTime, LeadTimes, type LeadTimeUnit } from './lead-time';

export interface TallyOptions {
	mapping: PresetMapping;
	/** Days and months are those of this time zone. */
	timeZone: string;
	unit: LeadTimeUnit;
	calendar: WorkingCalendar;
}

/** What a period comes to. */
export interface Figures {
	count: number;
	/** Not completed and not canceled. */
	open: number;
	/** Most frequent first; null is without a category. */
	byCategory: Array<{ category: string | null; count: number }>;
	/** By what the state means; null for states that are not mapped. */
	byState: Array<{ state: CaseState | null; count: number }>;
	/** By the month in which they were made, as 2026-11, in order. */
	byMonth: Array<{ month: string; count: number }>;
	leadTime: {
		unit: LeadTimeUnit;
		/** How many completed ones had both moments. */
		measured: number;
		median: number | null;
		/** Nine out of ten were done within this. */
		p90: number | null;
		/** `changed` is an estimate: the last change of what is completed. */
		basedOn: 'completed' | 'changed';
	};
}

/** Counts records one by one, and keeps nothing but the counts. */
export class Tally {
	private count = 0;

	private open = 0;

	private readonly categories = new Map<string | null, number>();

	private readonly states = new Map<CaseState | null, number>();

	private readonly months = new Map<string, number>();

	private readonly leadTimes = new LeadTimes();

	constructor(private readonly options: TallyOptions) {}

	add(record: PlanonRecord): void {
		const { mapping, timeZone, unit, calendar } = this.options;
		const state = stateOf(mapping, record[mapping.stateField]);
		const category = mapping.categoryField === '' ? null : (record[mapping.categoryField] ?? null);
		const begun = momentOf(record[mapping.insertedField], timeZone)?.setZone(timeZone);
		this.count += 1;
		if (state !== 'completed' && state !== 'canceled') this.open += 1;
		increase(this.states, state);
		increase(this.categories, category === null || category === '' ? null : String(category));
		if (!begun) return;
		increase(this.months, begun.toFormat('yyyy-MM'));
		const done = state === 'completed' ? momentOf(record[this.doneField()], timeZone) : null;
		if (done) this.leadTimes.add(leadTime(begun, done, unit, calendar));
	}

	figures(): Figures {
		const { mapping, unit } = this.options;
		return {
			count: this.count,
			open: this.open,
			byCategory: mostFirst(this.categories).map(([category, count]) => ({ category, count })),
			byState: mostFirst(this.states).map(([state, count]) => ({ state, count })),
			byMonth: [...this.months]
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([month, count]) => ({ month, count })),
			leadTime: {
				unit,
				measured: this.leadTimes.measured,
				median: this.leadTimes.percentile(0.5),
				p90: this.leadTimes.percentile(0.9),
				basedOn: mapping.completedField === '' ? 'changed' : 'completed',
			},
		};
	}

	private doneField(): string {
		const { completedField, changedField } = this.options.mapping;
		return completedField || changedField;
	}
}

const increase = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

const mostFirst = <K>(counts: Map<K, number>): Array<[K, number]> =>
	[...counts].sort(([a, m], [b, n]) => n - m || String(a).localeCompare(String(b)));
