import type { Readable } from 'node:stream';
import type { MultipartFile } from '../../shared/http/multipart';
import type { OperationFace, ResourceOf } from '../../shared/n8n/resources';
import type { TopdeskClient } from '../api/client';

/** Files that come and go with the items of a workflow. */
export interface Files {
	/** The file of the current item under this name. */
	take(property: string): Promise<Omit<MultipartFile, 'field'>>;
	/** Keeps the bytes where the workflow keeps its files; gives what refers to them. */
	keep(content: Readable, fileName: string, contentType?: string): Promise<unknown>;
}

/** What an operation works with. */
export interface OperationContext {
	client: TopdeskClient;
	/** Reads a field of the node for the current item. A choice from a list is its value. */
	read: (name: string, fallback?: unknown) => unknown;
	/** IANA zone in which dates without an offset are meant. */
	timezone: string;
	files: Files;
}

/** A result that carries a file beside its data. */
export class WithFile {
	constructor(
		readonly json: object,
		/** The name under which the file comes out. */
		readonly property: string,
		/** As `Files.keep` gave it. */
		readonly file: unknown,
	) {}
}

/** The objects that become items: all at once, or one by one for lists that can be long. */
export type Results = Promise<Iterable<object>> | AsyncIterable<object>;

/** One thing to do with a resource: how the node shows it, and what it does. */
export interface Operation extends OperationFace {
	run: (context: OperationContext) => Results;
}

export type Resource = ResourceOf<Operation>;
