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
	/** `reserved`, `handing-over`, `sent` or `failed`. */
	state: string;
	attempts: number;
	reason: string | null;
	created_at: Moment;
	updated_at: Moment;
}

export interface RegisterSchema {
	signals: SignalTable;
	tickets: TicketTable;
	actions: ActionTable;
	reference_counters: ReferenceCounterTable;
	outbox: OutboxTable;
}
