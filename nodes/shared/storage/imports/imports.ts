import type { Signal, Status, Ticket } from '../../domain/signal';

/** A line of an old list, ready for the register. */
export interface ImportedSignal {
	signal: Signal;
	/** How it stands now. */
	status: Status;
	/** ISO 8601; null when it is open, or when the list does not say it. */
	closedAt: string | null;
	handler: string | null;
	tickets: readonly Ticket[];
	/** What was done, oldest first. */
	actions: ReadonlyArray<{ at: string; text: string }>;
	/** The reference that it has in the list, when that is one of a register like this one. */
	reference: string | null;
}

/** Takes over what was kept elsewhere. */
export interface Imports {
	/**
	 * Registers a line of an old list, once, as it stands now. Nobody is told: no message about it is due because of this.
	 * What is there already stays as it is: what came from the same line before, and what has the reference and the
	 * moment of receipt (to the minute) of the line.
	 */
	take(line: ImportedSignal, actor: string): Promise<{ reference: string; known: boolean }>;
}
