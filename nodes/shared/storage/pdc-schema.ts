/** Versions of what is kept in the catalogue: a version is added, never changed. */
export interface PdcVersionTable {
	/** See `PdcCollection`. */
	collection: string;
	code: string;
	/** 1 for the first one. */
	version: number;
	/** JSON */
	content: string;
	changed_at: string;
	changed_by: string;
	reason: string;
	/** Number of the change notice that it came from. */
	notice: string | null;
}

/** What happened to an item without a new version. */
export interface PdcEventTable {
	id: string;
	code: string;
	/** See `PdcEventKind`. */
	kind: string;
	at: string;
	actor: string;
	text: string;
}

export interface PdcNoticeTable {
	number: string;
	/** See `fingerprint`. */
	fingerprint: string;
	/** The same while it is open; null after that. */
	open_fingerprint: string | null;
	state: string;
	code: string;
	submitted_at: string;
	waiting_since: string;
	reminded_at: string | null;
	/** The notice without what has a column or a table of its own, as JSON. */
	content: string;
}

export interface PdcNoticeLogTable {
	notice: string;
	line: number;
	at: string;
	actor: string;
	kind: string;
	text: string;
}

export interface PdcQuestionTable {
	id: string;
	source_key: string;
	asked_at: string;
	question: string;
	/** 1 when it was answered from the catalogue, 0 when a person did. */
	answered: number;
	confidence: number;
	/** Codes of the items that were found, as a JSON list. */
	codes: string;
}

export interface PdcCounterTable {
	year: number;
	last: number;
}

/** A mail about planned work and disturbances. */
export interface AnnouncementMailTable {
	key: string;
	/** `bericht` to a customer group, `vraag` to who approves. */
	kind: string;
	/** As `addressKey` gives it. */
	recipient: string;
	/** 1 for the mail of a day about planned work. */
	daily: number;
	/** Subject, text and what it is about, as JSON. */
	content: string;
	made_at: string;
	/** What the outbox did with it; null while that is not known. */
	outcome: string | null;
}

/** What a customer group was told of an announcement last. */
export interface AnnouncementToldTable {
	recipient: string;
	code: string;
	version: number;
	/** `Seen`, as JSON. */
	seen: string;
	mail_key: string;
}

export interface PdcTables {
	pdc_versions: PdcVersionTable;
	pdc_events: PdcEventTable;
	pdc_notices: PdcNoticeTable;
	pdc_notice_log: PdcNoticeLogTable;
	pdc_notice_counters: PdcCounterTable;
	pdc_questions: PdcQuestionTable;
	announcement_mails: AnnouncementMailTable;
	announcement_told: AnnouncementToldTable;
}
