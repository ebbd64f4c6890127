/** One narrow row per signal with what reports count: it is read by the hundred thousand, the signal itself is not. */
export interface ReportFactTable {
	signal_id: string;
	/** Days in Dutch time, as `2026-11-24`. */
	received_on: string;
	/** `onbekend` when nothing classified it. */
	supplier: string;
	/** `overig` when nothing classified it. */
	category: string;
	organisation: string | null;
	/** `model`, `rule`, `person` or `nobody`. */
	decided_by: string;
	/** 1 when the classification went to a person because it was not sure enough. */
	unsure: number;
	/** When it was solved or closed; null while it is open. */
	closed_on: string | null;
	/** Dutch working days from the day it was received to the day it was closed. */
	lead_days: number | null;
	/** How often it was opened again. */
	reopened: number;
	/** 1 when it is onvrede, in the first place or beside that. */
	dissatisfied: number;
	/** The signal that is handled instead; null when it is no duplicate. */
	duplicate_of: string | null;
}

/** A report that was made: one per supplier and period, the last one made. */
export interface SupplierReportTable {
	/** A supplier, or `alle` for the summary. */
	supplier: string;
	from_day: string;
	/** Up to, not including. */
	until_day: string;
	made_at: string;
	/** What the coordinator added. */
	explanation: string;
	approved_at: string | null;
	approved_by: string | null;
	/** The report, as JSON. */
	report: string;
}

/** What was agreed with a supplier about a report. */
export interface ReportAgreementTable {
	id: string;
	supplier: string;
	made_on: string;
	text: string;
	due_on: string | null;
	/** `open`, `kept` or `broken`. */
	outcome: string;
	outcome_text: string;
	decided_on: string | null;
}

export interface ReportSchema {
	report_facts: ReportFactTable;
	supplier_reports: SupplierReportTable;
	report_agreements: ReportAgreementTable;
}
