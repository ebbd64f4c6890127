import type { Generated } from 'kysely';

/** Moments are ISO 8601 text in UTC, so that they sort and compare the same in SQLite and PostgreSQL. */
type Moment = string;

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

export interface ActionTable {
	id: Generated<number>;
	signal_id: string;
	at: Moment;
	kind: string;
	actor: string;
	text: string;
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

/** What is to be told to the customer of a signal, see `UpdateFacts`. */
export interface UpdateTable {
	signal_id: string;
	/** As `addressKey` gives it; null for nobody to tell. */
	customer: string | null;
	/** An `UpdateState`, or `plan`: something happened, and `due_at` must be reckoned anew. */
	state: string;
	due_at: Moment | null;
	status_since: Moment;
	told_status: string | null;
	answered: number;
	waiting_since: Moment;
	promised_until: Moment | null;
	/** 1 when the customer wants no updates about this signal. */
	stopped: Generated<number>;
	/** The last sign of the supplier; null when it has no ticket. */
	supplier_heard_at: Moment | null;
	escalated_at: Moment | null;
	/** When its supplier has been silent for too long. */
	supplier_due_at: Moment | null;
}

/** The one message to a customer that is under way, until it is known what became of it. */
export interface UpdateMessageTable {
	customer: string;
	/** Its idempotency key in the outbox. */
	key: string;
	/** As JSON, see `DueUpdate`. */
	content: string;
	claimed_by: string | null;
	claimed_until: Moment | null;
}

/** Customers who want no updates at all. */
export interface UpdateStopTable {
	customer: string;
	at: Moment;
	actor: string;
}

/** By which settings the moments in `updates` were reckoned. */
export interface UpdatePlanTable {
	id: string;
	fingerprint: string;
}

/** What suppliers reported and was taken in, each change once. */
export interface SupplierChangeTable {
	change_id: string;
	signal_id: string;
	at: Moment;
}

export interface RegisterSchema {
	signals: SignalTable;
	tickets: TicketTable;
	actions: ActionTable;
	reference_counters: ReferenceCounterTable;
	outbox: OutboxTable;
	outbox_recipients: OutboxRecipientTable;
	outbox_messages: OutboxMessageTable;
	follow_ups: FollowUpTable;
	mail_ids: MailIdTable;
	updates: UpdateTable;
	update_messages: UpdateMessageTable;
	update_stops: UpdateStopTable;
	update_plans: UpdatePlanTable;
	supplier_changes: SupplierChangeTable;
}
