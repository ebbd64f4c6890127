import type { Generated } from 'kysely';
import type { Moment } from '../schema';

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
	/** When a supplier that gets its tickets by mail must be sent a link to report how it stands; null when not. */
	ask_due_at: Moment | null;
	/** How often that was done. */
	asks: Generated<number>;
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

/** By which settings the moments in `updates` are reckoned. One row. */
export interface UpdatePlanTable {
	id: string;
	/** The `PlanSettings`, as JSON. */
	settings: string;
}

/** What suppliers reported and was taken in, each change once. */
export interface SupplierChangeTable {
	change_id: string;
	signal_id: string;
	at: Moment;
}

/** What the customer of a signal was asked. One question at a time. */
export interface QuestionTable {
	signal_id: string;
	question: string;
	/** `open`, `reminded`, `answered` or `expired`. */
	state: string;
	/** When something is to be sent about it; null when nothing is. */
	due_at: Moment | null;
	ends_at: Moment;
	/** How many questions there were, this one included. */
	rounds: number;
}

export interface UpdatesSchema {
	questions: QuestionTable;
	updates: UpdateTable;
	update_messages: UpdateMessageTable;
	update_stops: UpdateStopTable;
	update_plans: UpdatePlanTable;
	supplier_changes: SupplierChangeTable;
}
