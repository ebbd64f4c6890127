import type { Signal } from '../../domain/signal';
import type { SupplierChange } from '../../domain/suppliers/supplier-change';

/**
 * - `recorded`: it is on the signal now;
 * - `known`: it was already;
 * - `disagreement`: it is, and the supplier is done with what the customer says is not solved;
 * - `unknown`: no signal has this reference or ticket.
 */
export type SupplierOutcome = 'recorded' | 'known' | 'disagreement' | 'unknown';

export interface SupplierReport {
	outcome: SupplierOutcome;
	/** As it is now: of a duplicate whose ticket the signal that is kept goes by, that one; null when it is not known which one. */
	signal: Signal | null;
}

/** A supplier that gets its tickets by mail, to be sent a link by which it reports how a signal stands. */
export interface SupplierAsk {
	/** Idempotency key of the mail with the link. */
	key: string;
	supplier: string;
	reference: string;
	subject: string;
	/** Of the link, with the purpose `supplier-status` and the reference as its subject. */
	token: string;
	/** ISO 8601 in UTC. */
	validUntil: string;
}

/** What suppliers report about signals. */
export interface Suppliers {
	/**
	 * Suppliers to send a link to: once for each ticket by mail, and again when its signal is opened again. Of a signal that
	 * went from one supplier to another, only the last one. They come back after `claimMinutes`, with the same key and another link, until `recordAsked`.
	 */
	toAsk(validDays: number, claimMinutes: number, limit: number): Promise<SupplierAsk[]>;
	/** The link went out. @throws RegisterError when there is no signal with this reference */
	recordAsked(reference: string): Promise<void>;
	/**
	 * Takes in a change once, however often it comes by: its action, and the status it brings about. A duplicate stays
	 * closed: it is written down on the signal that is kept, which goes by it as long as it has no ticket of its own.
	 */
	report(change: SupplierChange, actor: string): Promise<SupplierReport>;
}
