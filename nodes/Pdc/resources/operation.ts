import type { IDataObject } from 'n8n-workflow';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import type { OperationFace, ResourceOf } from '../../shared/n8n/resources';
import type { Register } from '../../shared/storage/register';

/** A file that goes along with an item, or comes with one. */
export interface ItemFile {
	name: string;
	mimeType: string;
	content: Buffer;
}

/** What an operation works with, for one item. */
export interface OperationContext {
	register: Register;
	/** Reads a field of the node for the current item. */
	read: ReadItemParameter;
	/** The file in this binary property of the item. Throws when there is none. */
	readFile: (property: string) => Promise<ItemFile>;
	/** The item as it came in. */
	item: IDataObject;
	/** What came in, of all items: for operations that work on them together. */
	allItems: readonly IDataObject[];
}

/** What comes of one item. */
export type Result =
	| {
			/** The item goes on as it came in, with these properties beside what it has. */
			add: object;
			output?: string;
			/** Goes along in this binary property. */
			file?: ItemFile;
	  }
	/** In its place comes an item for each of these. */
	| { items: readonly object[] };

/** One thing to do with a resource: how the node shows it, and what it does. */
export interface Operation extends OperationFace {
	/** True when it changes nothing in the register. */
	readOnly: boolean;
	/** True when it works on all items together, once. */
	once?: boolean;
	run: (context: OperationContext) => Promise<Result>;
}

export type Resource = ResourceOf<Operation>;
