import type { Generated } from 'kysely';
import type { PdcTables } from './pdc-schema';

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

export interface RegisterSchema extends PdcTables {
	signals: SignalTable;
	tickets: TicketTable;
	actions: ActionTable;
	reference_counters: ReferenceCounterTable;
	outbox: OutboxTable;
	outbox_recipients: OutboxRecipientTable;
	outbox_messages: OutboxMessageTable;
	follow_ups: FollowUpTable;
	mail_ids: MailIdTable;
	links: LinkTable;
	link_keys: LinkKeyTable;
}
