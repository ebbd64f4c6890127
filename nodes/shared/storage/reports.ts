import type { Range } from '../domain/range';

/** Whose signals, and of which days. */
export interface ReportScope extends Range {
	/** Null for all of them. */
	supplier: string | null;
}

export interface DailyCount {
	day: string;
	supplier: string;
	category: string;
	count: number;
}

/** What is open, apart from what was closed before and opened again. */
export interface OpenCount extends DailyCount {
	/** 1 when it was. */
	reopened: number;
}

export interface GroupCount {
	supplier: string;
	/** Null for those of whom it is not known. */
	organisation: string | null;
	category: string;
	count: number;
}

/** How much was closed after so many working days. */
export interface ClosedCount {
	supplier: string;
	category: string;
	/** Null when that is not known. */
	days: number | null;
	/** 1 when it had been opened again before. */
	reopened: number;
	count: number;
}

/**
 * What became of the signals of a period that are onvrede, in the first place or beside another category. The onvrede of a
 * duplicate counts as that of the signal that is kept, once.
 */
export interface DissatisfactionFacts {
	supplier: string;
	count: number;
	closed: number;
	reopened: number;
	/** With a ticket at a supplier. */
	withTicket: number;
	/** With something that a person wrote down about it. */
	withAction: number;
}

export interface QualityCount {
	supplier: string;
	decidedBy: string;
	unsure: number;
	count: number;
}

/** Who wrote something, as far as that is known. */
export interface Writer {
	email: string | null;
	name: string | null;
}

export interface SignalText {
	category: string;
	subject: string;
	text: string;
	customer: Writer;
}

/** A signal as it stands in a list for who looks after its customer group. */
export interface Registration {
	reference: string;
	/** Dutch day. */
	receivedOn: string;
	organisation: string;
	category: string;
	supplier: string;
	status: string;
	subject: string;
}

export const AGREEMENT_OUTCOMES = ['open', 'kept', 'broken'] as const;
export type AgreementOutcome = (typeof AGREEMENT_OUTCOMES)[number];

export interface Agreement {
	id: string;
	supplier: string;
	madeOn: string;
	text: string;
	/** By when; null when nothing was said about it. */
	dueOn: string | null;
	outcome: AgreementOutcome;
	/** How it went. */
	outcomeText: string;
	decidedOn: string | null;
}

/** A report that was made. */
export interface KeptReport extends Range {
	supplier: string;
	madeAt: string;
	explanation: string;
	approvedAt: string | null;
	approvedBy: string | null;
	/** The report, as JSON. */
	report: string;
}

/** Figures over the register, counted in the database, and what is kept of reports. */
export interface Reports {
	/**
	 * From when on the register counts: the first day that it registered a signal itself, or the first of a list that was
	 * taken over; null when it has none. What is no signal (`overig`) does not count.
	 */
	firstDay(): Promise<string | null>;
	/** Signals per day, supplier and category, without what is no signal (`overig`). */
	daily(scope: ReportScope): Promise<DailyCount[]>;
	/** Signals per supplier, customer group (organisation) and category. */
	groups(scope: ReportScope): Promise<GroupCount[]>;
	/** What was closed in these days, without duplicates, by the working days from receipt to closing. */
	closed(scope: ReportScope): Promise<ClosedCount[]>;
	/** What was received before `until` and not closed before it, without duplicates, by the day that it was received. */
	openAt(supplier: string | null, until: string): Promise<OpenCount[]>;
	/** Of each supplier that has any. */
	dissatisfaction(scope: ReportScope): Promise<DissatisfactionFacts[]>;
	quality(scope: ReportScope): Promise<QualityCount[]>;
	/** Identifiers of at most so many signals, picked without preference, and the same ones when asked again. */
	draw(scope: ReportScope, most: number): Promise<string[]>;
	/** The texts of these signals, a page at a time; those that were erased are left out. */
	texts(signalIds: readonly string[]): AsyncIterable<SignalText[]>;
	/** The signals of these days whose customer group is known, by group, oldest first. */
	registrations(range: Range): Promise<Registration[]>;
	/** Keeps a report; one of the same supplier and days takes the place of the last one. */
	keep(report: KeptReport): Promise<void>;
	/** The last report of this supplier (or `alle`) about days before this one. */
	lastBefore(supplier: string, day: string): Promise<KeptReport | null>;
	/** What was agreed with a supplier (null: with any), newest first. */
	agreements(supplier: string | null): Promise<Agreement[]>;
	addAgreement(agreement: Pick<Agreement, 'supplier' | 'text' | 'dueOn'>): Promise<Agreement>;
	/** Says how it went. @throws RegisterError when there is no such agreement */
	decideAgreement(id: string, outcome: AgreementOutcome, text: string): Promise<Agreement>;
}
