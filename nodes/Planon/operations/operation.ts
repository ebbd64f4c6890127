import type { Readable } from 'node:stream';
import type { IBinaryKeyData } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { Notice, PlanonRecord } from '../api/schemas';
import type { PlanonConnection } from '../open-planon';
import type { PlanonFile } from '../file/files';
import { withPairsAsText } from '../record/date-time';
import { nameOf, optionsSchema, type RecordOptions } from '../record/parameters';

export interface OperationContext extends PlanonConnection {
	/** Reads a node parameter of the current item. */
	read: (name: string, fallback?: unknown) => unknown;
	options: RecordOptions;
	/** The file in a binary field of the current item. */
	readFile: (field: string) => Promise<PlanonFile>;
	/** Keeps a file, and gives what an item carries of it. */
	keepFile: (
		content: Readable | Buffer,
		name: string,
		contentType: string,
	) => Promise<IBinaryKeyData[string]>;
	now: Date;
}

/** What becomes an item. */
export interface Result {
	json: object;
	binary?: IBinaryKeyData;
}

export type Operation = (context: OperationContext) => Promise<Result[]>;

/** A text, or a name from a list, of the current item. */
export const text = ({ read }: Pick<OperationContext, 'read'>, name: string): string =>
	nameOf(read(name, ''));

export const readOptions = (read: OperationContext['read']): RecordOptions =>
	optionsSchema.parse(read('options', {}) ?? {});

/** How many results are asked for. */
export function limitOf({ read }: Pick<OperationContext, 'read'>): number {
	return read('returnAll', false) ? Infinity : z.number().int().min(1).parse(read('limit', 50));
}

/** A record as an item: with its dates as they were asked for. */
export const recordJson = ({ options }: OperationContext, record: PlanonRecord): PlanonRecord =>
	options.dateTimes === 'text' ? withPairsAsText(record) : record;

/** The records that came of a change, with the warnings that were answered for it; one item also without records. */
export function changed(
	context: OperationContext,
	{ records, answered }: { records: PlanonRecord[]; answered: Notice[] },
): Result[] {
	const answeredWarnings = answered.length > 0 ? { answeredWarnings: answered } : {};
	if (records.length === 0) return [{ json: { recordsGivenBack: 0, ...answeredWarnings } }];
	return records.map((record) => ({ json: { ...recordJson(context, record), ...answeredWarnings } }));
}
