import type { Category, Sentiment, Supplier, Urgency } from '../domain/codebook';
import type { Signal } from '../domain/signal';

/** What a person decides anew about a classification; what is left out stays as it is. */
export interface Reclassification {
	category?: Category;
	/** Side categories, all of them; an empty list is none. */
	also?: readonly Category[];
	supplier?: Supplier;
	urgency?: Urgency;
	sentiment?: Sentiment;
}

/** One line of the history of a signal. */
export interface HistoryLine {
	/** ISO 8601 in UTC. */
	at: string;
	kind: string;
	actor: string;
	text: string;
	/** `status`, `classification`, `handler` or `duplicateOf`; null when nothing of the signal changed. */
	field: string | null;
	from: unknown;
	to: unknown;
}

/** What people decide about a signal that is registered. Each is written in its history, with who did it. */
export interface Handling {
	/**
	 * Corrects what kind of signal it is. From then on a person has decided: it needs no review.
	 * @throws RegisterError when it had no classification and category or supplier is left out
	 */
	changeClassification(
		reference: string,
		changes: Reclassification,
		actor: string,
		reason: string,
	): Promise<Signal>;
	/**
	 * Takes up again what was solved or closed. A duplicate becomes a signal of its own again.
	 * @throws RegisterError when it is still open
	 */
	reopen(reference: string, actor: string, reason: string): Promise<Signal>;
	/** Gives it to somebody, by name or address; to nobody when it is empty. */
	assign(reference: string, handler: string, actor: string): Promise<Signal>;
	/**
	 * Closes a signal as a duplicate of another one: mail about it lands on that one from then on. Each keeps
	 * its tickets and mails. Gives the signal that is kept. Doing it again changes nothing.
	 * @throws RegisterError when it would be a duplicate of itself, or is one of another signal
	 */
	merge(duplicate: string, kept: string, actor: string): Promise<Signal>;
	/** All that happened to a signal, oldest first. No line of it ever goes or changes. */
	history(reference: string): Promise<HistoryLine[]>;
}
