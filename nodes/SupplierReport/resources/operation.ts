import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import type { OperationFace, ResourceOf } from '../../shared/n8n/resources';
import type { Register } from '../../shared/storage/register';

/** A file that goes with an item. */
export interface ReportFile {
	/** The binary property that holds it. */
	property: string;
	fileName: string;
	mimeType: string;
	content: Buffer;
}

export interface OperationContext {
	register: Register;
	/** Reads a field of the node for the current item. */
	read: ReadItemParameter;
	/** The file in a binary property of the current item. */
	binary: (property: string) => Promise<{ content: Buffer; mimeType: string }>;
	now: Date;
	/** Who reads, for the access log. */
	reader: string;
}

/** What comes of one item: it goes on with these properties, once for each. */
export interface Result {
	json: object;
	files?: readonly ReportFile[];
}

export interface Operation extends OperationFace {
	/** Reads its fields with a zod schema each, and throws errors that say what is wrong and what to do. */
	run: (context: OperationContext) => Promise<readonly Result[]>;
}

export type Resource = ResourceOf<Operation>;
