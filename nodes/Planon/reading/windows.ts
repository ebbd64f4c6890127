import { DateTime } from 'luxon';
import type { PlanonRecord } from '../api/schemas';
import type { Condition, Filter } from '../api/filter';

/** What reads: `PlanonClient`, or a stand-in. */
export interface RecordReader {
	read(definition: string, filter: Filter): Promise<PlanonRecord[]>;
}

export interface SyscodeWindows {
	by: 'syscode';
	/** The first Syscode. */
	from: bigint;
	/** The last one; left out, reading goes on until there are no more records. */
	to?: bigint;
	/** Syscodes in the first window; later ones adapt to what they hold. */
	size: bigint;
	mostInAnswer: number;
}

export interface TimeWindows {
	by: 'time';
	/** The field with the moment, such as SysMutationDateTime. */
	field: string;
	from: Date;
	to: Date;
	/** Seconds in the first window; later ones adapt to what they hold. */
	size: bigint;
	mostInAnswer: number;
}

/** An answer with this many records may have been cut off, so its window is read again in halves. */
export const MOST_IN_ANSWER = 500;

/** After so many empty windows in a row, Planon is asked whether there is anything further on at all. */
const EMPTY_BEFORE_LOOKING_AHEAD = 5;

/**
 * Reads records window by window, because how Planon pages and where it cuts an answer off is not
 * documented. Gives one array per window. At any time it holds the records of two windows at most;
 * a window that is fuller than `mostInAnswer` is halved before its records are used.
 *
 * By Syscode, windows lie side by side. By time they share the second between them, because a
 * moment may have parts of a second that the border has not; what lies on the border is given once.
 */
export async function* readInWindows(
	reader: RecordReader,
	definition: string,
	filter: Filter,
	windows: SyscodeWindows | TimeWindows,
): AsyncGenerator<PlanonRecord[]> {
	const read = async (conditions: Condition[]) => await reader.read(definition, [...filter, ...conditions]);
	if (windows.by === 'syscode') yield* bySyscode(read, windows);
	else yield* byTime(read, windows);
}

type Read = (conditions: Condition[]) => Promise<PlanonRecord[]>;

const atLeast = (field: string, value: Condition['value']): Condition => ({ field, operator: 'ge', value });
const atMost = (field: string, value: Condition['value']): Condition => ({ field, operator: 'le', value });

async function* bySyscode(
	read: Read,
	{ from, to, size, mostInAnswer }: SyscodeWindows,
): AsyncGenerator<PlanonRecord[]> {
	let [low, width, empty] = [from, size, 0];
	while (to === undefined || low <= to) {
		const end = low + width - 1n;
		const high = to !== undefined && end > to ? to : end;
		const records = await read([atLeast('Syscode', low), atMost('Syscode', high)]);
		if (records.length >= mostInAnswer && high > low) {
			width = half(high - low + 1n);
			continue;
		}
		if (records.length > 0) yield records;
		empty = records.length === 0 ? empty + 1 : 0;
		low = high + 1n;
		width = adapted(width, records.length, mostInAnswer);
		if (to === undefined && empty >= EMPTY_BEFORE_LOOKING_AHEAD) {
			const ahead = await read([atLeast('Syscode', low)]);
			// Fewer than an answer may hold: these are all of them.
			if (ahead.length > 0 && ahead.length < mostInAnswer) yield ahead;
			if (ahead.length < mostInAnswer) return;
			empty = 0;
		}
	}
}

async function* byTime(read: Read, windows: TimeWindows): AsyncGenerator<PlanonRecord[]> {
	const { field, mostInAnswer } = windows;
	const last = secondsOf(windows.to);
	let low = secondsOf(windows.from);
	let width = windows.size;
	let previous = new Set<string>();
	while (low <= last) {
		const high = low + width > last ? last : low + width;
		const between = [atLeast(field, momentOf(low)), atMost(field, momentOf(high))];
		const records = await read(between);
		const tooMany = records.length >= mostInAnswer;
		if (tooMany && high - low > 1n) {
			width = half(high - low);
			continue;
		}
		// So much in one second (an import, say) cannot be told apart by time any more.
		const parts = tooMany
			? bySyscode(async (more) => await read([...between, ...more]), {
					by: 'syscode',
					from: 1n,
					size: 1000n,
					mostInAnswer,
				})
			: [records];
		const seen = new Set<string>();
		for await (const part of parts) {
			for (const record of part) seen.add(keyOf(record));
			const fresh = part.filter((record) => !previous.has(keyOf(record)));
			if (fresh.length > 0) yield fresh;
		}
		if (high === last) return;
		previous = seen;
		low = high;
		width = adapted(width, records.length, mostInAnswer);
	}
}

const half = (width: bigint): bigint => (width > 1n ? width / 2n : 1n);

/** Wider after an answer that was empty or nearly so. */
function adapted(width: bigint, found: number, mostInAnswer: number): bigint {
	if (found === 0) return width * 4n;
	return found * 4 < mostInAnswer ? width * 2n : width;
}

const keyOf = (record: PlanonRecord): string => String(record.Syscode ?? JSON.stringify(record));

const secondsOf = (moment: Date): bigint => BigInt(Math.floor(moment.getTime() / 1000));

/** As Planon writes moments: `2022-12-01T10:58:00Z`. */
const momentOf = (seconds: bigint): string =>
	DateTime.fromSeconds(Number(seconds), { zone: 'utc' }).toISO({ suppressMilliseconds: true })!;
