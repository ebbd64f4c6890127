import { z } from 'zod/v4';
import type { Range } from '../../shared/domain/range';
import type { Agreement, DissatisfactionFacts } from '../../shared/storage/reports';
import type { Interval } from '../statistics/wilson';
import type { Trend } from '../trends/find-trends';

/** A count beside what it was; null where the register does not go back so far. */
export interface Compared {
	now: number;
	previous: number | null;
	lastYear: number | null;
}

/** Count and total; the share is null of fewer than ten. */
export interface Part {
	count: number;
	total: number;
	share: number | null;
}

export interface LeadTimeFigures {
	/** How many were closed. */
	measured: number;
	/** Working days; null when nothing was closed. */
	median: number | null;
	/** Nine out of ten were closed within this. */
	p90: number | null;
	/** Within the agreed term, of those for which there is one; null when there is none. */
	inTime: Part | null;
}

export interface OpenFigures {
	count: number;
	/** Longer open than the agreed term; null when no term was agreed for any of them. */
	overdue: number | null;
	/** Working days that the oldest has been open; null when nothing is. */
	oldest: number | null;
	/** Closed before, and opened again. */
	reopened: number;
}

export interface QuotedSubject {
	name: string;
	count: number;
	/** At most two sentences without personal data. */
	quotes: string[];
}

export interface Satisfaction {
	asked: number;
	answered: Part;
	satisfied: Part;
	/** Where the true share of satisfied customers lies with 95% certainty; null of too few answers. */
	interval: Interval | null;
}

export interface CustomerGroup {
	organisation: string;
	count: number;
	/** Onvrede and klachten. */
	complaints: number;
}

export interface SupplierLine {
	supplier: string;
	volume: Compared;
	complaints: number;
	leadTimes: LeadTimeFigures;
	open: OpenFigures;
}

const figure = z.number().nullable().default(null);

/** Figures of another system about the same days. */
export const otherFiguresSchema = z.preprocess(
	(value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
	z
		.object({
			system: z.string().min(1),
			/** Whose figures they are; empty: of whom the report is about. */
			supplier: z.string().nullable().default(null),
			/** Of these categories only; empty: of all signals. */
			categories: z.array(z.string()).default([]),
			count: z.number(),
			open: figure,
			/** Working days. */
			median: figure,
		})
		.nullable(),
);
export type OtherFigures = NonNullable<z.output<typeof otherFiguresSchema>>;

/** A report about one supplier, or about all of them together. Shares lie between 0 and 1, times are Dutch working days. */
export interface Report {
	/** Null when it is about all suppliers. */
	supplier: string | null;
	period: Range & { label: string };
	/** Day on which it was made. */
	madeOn: string;
	/** What it comes down to, in a few sentences. */
	headline: string[];
	/** What the coordinator added. */
	explanation: string;
	total: Compared;
	categories: Array<Compared & { category: string }>;
	/** Thirteen months up to the end of the period, as `2026-10`; null before the register began. */
	months: Array<{ month: string; count: number | null }>;
	trends: Trend[];
	/** Every trend in words, in the same order. */
	trendTexts: string[];
	subjects: { texts: number; sampled: boolean; top: QuotedSubject[] };
	leadTimes: LeadTimeFigures & { perCategory: Array<LeadTimeFigures & { category: string }> };
	open: OpenFigures;
	/** Of what was closed in the period, what had been closed before and opened again; what is still open is in `open`. */
	reopened: Part;
	dissatisfaction: Omit<DissatisfactionFacts, 'supplier'>;
	compliments: { count: number; quotes: string[] };
	/** Null when customers are not asked. */
	satisfaction: Satisfaction | null;
	groups: {
		shown: CustomerGroup[];
		/** Groups too small to show, taken together. */
		together: { groups: number; count: number };
		/** Signals of which the group is not known. */
		unknown: number;
	};
	agreements: Agreement[];
	/** The headline of the report before this one. */
	previous: { label: string; headline: string[] } | null;
	quality: { model: Part; person: Part; rule: Part; nobody: Part; unsure: Part };
	/** Only when it is about all suppliers. */
	suppliers: SupplierLine[];
	/** Figures of the supplier's own system, when they were asked for. */
	other: OtherFigures | null;
}
