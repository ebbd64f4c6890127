import type { Generated } from 'kysely';
import type { UpdatesSchema } from './updates/schema';
import type { ReportSchema } from './report-schema';
import type { PdcTables } from './pdc-schema';

/** Moments are ISO 8601 text in UTC, so that they sort and compare the same in SQLite and PostgreSQL. */
export type Moment = string;

export interface SignalTable {
	id: string;
	reference: string;
	source_key: string;
	received_at: Moment;
	registered_at: Moment;
	customer_email: string | null;
	subject: string;
	text: string;
	category: string | null;
	supplier: string | null;
	status: string;
	/** The signal as it came in, as JSON: all that has no column or table of its own. */
	content: string;
	/** When the intake was finished: the ticket made, the customer answered. Null until then. */
	handled_at: Moment | null;
	/** Who is working on the intake now, and until when that claim holds. */
	claimed_by: string | null;
	claimed_until: Moment | null;
	/** How often in a row its intake failed. */
	failures: Generated<number>;
	/** 1 when the mail could not be read. */
	unparseable: Generated<number>;
	urgency: string | null;
	/** Who handles it: a name or an address. */
	handler: string | null;
	/** Reference of the signal that says the same and is kept; never that of one that is a duplicate itself. */
	duplicate_of: string | null;
}

/** A mail about a signal that is there already; it is claimed and finished as a signal is. */
export interface FollowUpTable {
	id: string;
	signal_id: string;
	source_key: string;
	registered_at: Moment;
	/** As `addressKey` gives it. */
	sender: string | null;
	/** The `FollowUp`, as JSON. */
	follow_up: string;
	/** The mail as it came in, as JSON. */
	content: string;
	handled_at: Moment | null;
	claimed_by: string | null;
	claimed_until: Moment | null;
	failures: Generated<number>;
}

/** Message-IDs by which a mail can be recognised as being about a signal: of its own mail, what followed, and ours. */
export interface MailIdTable {
	/** Without angle brackets. */
	message_id: string;
	signal_id: string;
}

export interface TicketTable {
	signal_id: string;
	supplier: string;
	system: string;
	number: string;
	external_id: string | null;
	created_at: Moment;
}

/** The history of a signal. The database lets it only grow; `actor` and `text` may be blanked for privacy. */
export interface ActionTable {
	id: Generated<number>;
	signal_id: string;
	at: Moment;
	kind: string;
	actor: string;
	text: string;
	/** What it changed of the signal, from what to what; a classification as JSON. Null when nothing. */
	field: string | null;
	old_value: string | null;
	new_value: string | null;
}

/** The words by which a signal is found, see `indexSignal`. */
export interface SearchDocumentTable {
	/** Counts up in the order of registration. */
	number: Generated<number>;
	signal_id: string;
	words: string;
}

export interface ReferenceCounterTable {
	year: number;
	last: number;
}

export interface OutboxTable {
	key: string;
	reference: string | null;
	recipient: string;
	subject: string;
	message_id: string;
	/** See `OutboxState`. */
	state: string;
	attempts: number;
	reason: string | null;
	created_at: Moment;
	updated_at: Moment;
	/** When a mail server told that it could not be delivered. */
	bounced_at: Moment | null;
}

/** Who an outgoing mail is for, each address as `addressKey` gives it. */
export interface OutboxRecipientTable {
	key: string;
	address: string;
}

/** The mail itself, kept until it is certain that it went out or never will. */
export interface OutboxMessageTable {
	key: string;
	/** Envelope, as JSON: `{from, to}`. */
	envelope: string;
	/** The source of the mail in base64. */
	source: string;
}

/** A link in a mail of ours, see `Link`. */
export interface LinkTable {
	id: string;
	/** Of the secret in its token, see `LinkToken`. */
	hash: string;
	purpose: string;
	subject: string;
	party: string | null;
	/** As JSON. */
	data: string;
	single_use: number;
	created_at: Moment;
	valid_until: Moment;
	used_at: Moment | null;
}

/** What links are signed with, in base64. */
export interface LinkKeyTable {
	name: string;
	key: string;
}

/** A version of the classifier's model, see `ModelRecord`. */
export interface ClassifierModelTable {
	version: string;
	/** The text of the model file. */
	file: string;
	/** As JSON. */
	report: string;
	actor: string;
	created_at: Moment;
	/** 1 for the one in use. */
	in_use: number;
	in_use_since: Moment | null;
}

/** When a signal was closed, as long as it is. */
export interface ClosureTable {
	signal_id: string;
	closed_at: Moment;
}

/** A customer who is asked whether he is satisfied, about one signal. */
export interface SatisfactionTable {
	signal_id: string;
	/** As `addressKey` gives it; null when it was forgotten. */
	customer: string | null;
	invited_at: Moment;
	valid_until: Moment;
	/** Of the mail with the question, in the outbox. */
	mail_key: string;
	/** A `SatisfactionAnswer`; null until it is given. */
	answer: string | null;
	remark: string | null;
	/** A `Consequence`; null when nothing was asked for. */
	consequence: string | null;
	/** The signal in which dissatisfaction was registered. */
	onvrede_id: string | null;
	answered_at: Moment | null;
	/** Of the mail that tells a colleague about it, in the outbox; null when nobody has to know. */
	notice_key: string | null;
}

/** When a customer was last asked, and about which signal. */
export interface SatisfactionTurnTable {
	customer: string;
	signal_id: string;
	invited_at: Moment;
}

/** What was forgotten of a signal, see `Forgettable`. */
export interface ForgottenTable {
	signal_id: string;
	what: string;
	at: Moment;
}

/** Who looked at, or removed, whose data. */
export interface AccessLogTable {
	id: string;
	at: Moment;
	kind: string;
	actor: string;
	reason: string;
	/** Stands for the person, without saying who it is; empty for several. */
	person: string;
	/** How many signals it was about. */
	signals: number;
	/** Which ones, as `toRanges` writes them; null when it was about a person. */
	signal_references: string | null;
}

export interface RegisterSchema extends UpdatesSchema, ReportSchema, PdcTables {
	signals: SignalTable;
	tickets: TicketTable;
	actions: ActionTable;
	reference_counters: ReferenceCounterTable;
	outbox: OutboxTable;
	outbox_recipients: OutboxRecipientTable;
	outbox_messages: OutboxMessageTable;
	follow_ups: FollowUpTable;
	mail_ids: MailIdTable;
	search_documents: SearchDocumentTable;
	links: LinkTable;
	link_keys: LinkKeyTable;
	classifier_models: ClassifierModelTable;
	closures: ClosureTable;
	satisfaction: SatisfactionTable;
	satisfaction_turns: SatisfactionTurnTable;
	forgotten: ForgottenTable;
	access_log: AccessLogTable;
}
