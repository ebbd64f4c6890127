import type { Files } from '../../shared/n8n/item-files';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import type { OperationFace, ResourceOf } from '../../shared/n8n/resources';
import type { Reading } from '../../shared/storage/personal-data/personal-data';
import type { Register } from '../../shared/storage/register';

/** What an operation works with, for one item. */
export interface OperationContext {
	/** Within one transaction with the other items; what this item did is undone alone when it fails. */
	register: Register;
	/** Reads a field of the node for the current item. */
	read: ReadItemParameter;
	executionId: string;
	files: Files;
	/** Tells which signals are handed out, for the access log; what belongs to no signal is left out. */
	saw: (found: Iterable<{ reference: string | null }>) => void;
}

/** What comes of one item. */
export type Result =
	| {
			/** The item goes on as it came in, with these properties beside what it has. */
			add: object;
			/** The name of the output it goes to; the first one when left out. */
			output?: string;
			/** Files it gets beside those it has, as `Files.keep` gave them, by the name of their field. */
			files?: Record<string, unknown>;
	  }
	/** In its place comes an item for each of these. */
	| { items: readonly object[] };

/** One thing to do with a resource: how the node shows it, and what it does. */
export interface Operation extends OperationFace {
	/**
	 * True when it changes nothing, or takes transactions of its own: it then takes no lock for the whole run, and
	 * does not wait for who does. What changes something runs inside a transaction that others wait for: no network
	 * in it.
	 */
	readOnly: boolean;
	/**
	 * How the access log names it, for an operation that hands out what is known of customers: it then calls `saw`. What
	 * changes a signal stands in the history of that signal already.
	 */
	reading?: Pick<Reading, 'kind' | 'what'>;
	/** Reads its fields with a zod schema each, and throws errors that say what is wrong and what to do. */
	run: (context: OperationContext) => Promise<Result>;
}

export type Resource = ResourceOf<Operation>;
