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
	/** As it is now; null when it is not known which one. */
	signal: Signal | null;
}

/** What suppliers report about signals. */
export interface Suppliers {
	/** Takes in a change once, however often it comes by: its action, and the status it brings about. */
	report(change: SupplierChange, actor: string): Promise<SupplierReport>;
}
