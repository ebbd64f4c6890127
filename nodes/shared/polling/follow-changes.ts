import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod/v4';
import { changeId, shortHash } from './change-id';
import {
	readChanges,
	windowFrom,
	windowStateSchema,
	type Change,
	type ChangePage,
	type ChangeSource,
	type WindowLimits,
} from './change-window';

/** Something that happened to a record. */
export interface Happening<E> {
	/** Tells it apart from everything else that happens to the record. */
	key: string;
	/**
	 * When it happened, where the system says so. It is then given once, whatever else changes in the
	 * record, and `tell` names it every time. Without it, it belongs to this version of the record.
	 */
	at?: number;
	event: E;
}

/** What a record is compared with, to tell what happened to it. */
export interface Known<V> {
	/** What was remembered of the record; undefined when it was not seen before, or is forgotten. */
	version: V | undefined;
	/** What happened before this moment was given before, or lies before the start. */
	floor: number;
	/** Only to show somebody what can happen: everything that fits the record as it is. */
	sample?: boolean;
}

/** A kind of record in some system, and what can happen to it. */
export interface Followed<T, V, E> extends ChangeSource<T> {
	/** What makes ids of changes different from those of another kind of record. */
	kind: string;
	/** What to remember of a record: small, because it is kept for every record. */
	remember(record: T): V;
	/** What happened to a record since it was last seen. It may ask the system more. */
	tell(change: Change<T>, known: Known<V>): Promise<Array<Happening<E>>>;
	/** Whether this is given to the workflow. What is not counts as given too, so that choosing it later gives nothing old. */
	wants(event: E): boolean;
	/** Records that changed last, newest first. */
	latest(): Promise<Array<Change<T>>>;
}

const knownRecordSchema = z.object({
	/** The latest moment that it was seen with. */
	at: z.number(),
	/** What was remembered of it. */
	version: z.unknown(),
	/** Happenings since `at`, less the overlap, that were given. */
	told: z.array(z.string()).default([]),
});
type KnownRecord = z.infer<typeof knownRecordSchema>;

export const followStateSchema = z.object({
	/** One more in every poll that changed something here. */
	revision: z.number(),
	/** True until everything from before the start was seen, and not given. */
	starting: z.boolean(),
	/** What happened before this moment is not given. */
	startedFrom: z.number(),
	/** Records that were last seen before this moment can be forgotten. */
	forgottenBefore: z.number().optional(),
	window: windowStateSchema,
	/** By record id; the ones that were seen last come last. */
	known: z.array(z.tuple([z.string(), knownRecordSchema])),
});
export type FollowState = z.infer<typeof followStateSchema>;

export interface FollowLimits extends WindowLimits {
	/** Records to remember at most. */
	maxKnown: number;
}

/** Something that happened, with the same id whenever it is given again. */
export interface Told<E> {
	changeId: string;
	event: E;
}

/**
 * The state to start with: nothing that happened before `from` is given.
 * @param from milliseconds since 1970, by this server's clock; undefined is from now on
 * @param knownFrom records that changed since then are looked at, to know what changes in them later
 */
export async function startFollowing<T, V, E>(
	followed: Followed<T, V, E>,
	{ from, knownFrom }: { from?: number; knownFrom: number },
	{ overlapMs, maxKnown, now = Date.now }: FollowLimits,
): Promise<FollowState> {
	// From now on: what lies within the overlap is read by the first poll, and kept to itself.
	const startedFrom = from ?? now() - overlapMs;
	const known = new Map<string, KnownRecord>();
	let next: number | null = knownFrom;
	while (next !== null && next < startedFrom) {
		const page: ChangePage<T> = await followed.changedFrom(next);
		for (const { id, moment, record } of page.changes) {
			if (moment >= startedFrom) continue;
			known.delete(id);
			known.set(id, { at: moment, version: followed.remember(record), told: [] });
		}
		forgetOldest(known, maxKnown);
		next = page.next;
	}
	return {
		revision: 0,
		starting: from === undefined,
		startedFrom,
		window: windowFrom(startedFrom),
		known: [...known],
	};
}

/**
 * What happened since the state was made, and the state for the next call. Throws when nothing could
 * be read; `error` says what stopped it after that.
 */
export async function followChanges<T, V, E>(
	followed: Followed<T, V, E>,
	before: FollowState,
	limits: FollowLimits,
): Promise<{ told: Array<Told<E>>; state: FollowState; error?: unknown; shrunk: boolean }> {
	const known = new Map(before.known);
	const told: Array<Told<E>> = [];
	let forgottenBefore = before.forgottenBefore ?? -Infinity;

	/** What happened to this record before it was given before. */
	const floorFor = (record: KnownRecord | undefined): number => {
		const seen = record ? record.at : Math.min(forgottenBefore, before.window.floor);
		return Math.max(before.startedFrom, seen - limits.overlapMs);
	};

	const take = async (change: Change<T>, again: boolean): Promise<void> => {
		const { id, moment } = change;
		const record = known.get(id);
		const floor = floorFor(record);
		const happenings = await followed.tell(change, { version: record?.version as V | undefined, floor });
		const at = Math.max(record?.at ?? moment, moment);
		const toldNow: string[] = [];
		for (const happening of happenings) {
			const hash = shortHash(happening.key, happening.at);
			const dated = happening.at !== undefined;
			if (dated && happening.at! >= at - limits.overlapMs) toldNow.push(hash);
			if (dated ? happening.at! < floor || record?.told.includes(hash) : again) continue;
			if (followed.wants(happening.event)) told.push(toldOf(followed, change, happening));
		}
		known.delete(id);
		known.set(id, { at, version: followed.remember(change.record), told: toldNow });
		forgottenBefore = Math.max(forgottenBefore, forgetOldest(known, limits.maxKnown));
	};

	const { state, complete, error, shrunk } = await readChanges(followed, before.window, limits, take);
	const after: FollowState = {
		revision: before.revision,
		starting: before.starting && !complete,
		startedFrom: before.startedFrom,
		...(forgottenBefore > -Infinity && { forgottenBefore }),
		window: state,
		known: [...known],
	};
	const changed = !isDeepStrictEqual(after, before);
	return {
		told: before.starting ? [] : told,
		state: changed ? { ...after, revision: before.revision + 1 } : before,
		error,
		shrunk,
	};
}

/** Everything that fits a record as it is, as if it had just happened; touches no state. */
export async function sampleChange<T, V, E>(
	followed: Pick<Followed<T, V, E>, 'kind' | 'tell' | 'wants'>,
	change: Change<T>,
): Promise<Array<Told<E>>> {
	const happenings = await followed.tell(change, { version: undefined, floor: -Infinity, sample: true });
	return happenings
		.filter(({ event }) => followed.wants(event))
		.map((happening) => toldOf(followed, change, happening));
}

/** The same for the record that changed last, among those of which there is anything to tell. */
export async function sampleChanges<T, V, E>(followed: Followed<T, V, E>): Promise<Array<Told<E>>> {
	for (const change of await followed.latest()) {
		const told = await sampleChange(followed, change);
		if (told.length > 0) return told;
	}
	return [];
}

/** What has a moment of its own keeps its id whatever else changes in the record. */
function toldOf<E>(
	{ kind }: { kind: string },
	{ id, moment, fingerprint }: Change<unknown>,
	{ key, at, event }: Happening<E>,
): Told<E> {
	const version = at === undefined ? [moment, fingerprint] : [at];
	return { changeId: changeId(kind, id, key, ...version), event };
}

/** Forgets the records that were seen longest ago; gives the latest moment that any of them was seen with. */
function forgetOldest(known: Map<string, KnownRecord>, most: number): number {
	let forgotten = -Infinity;
	for (const [id, { at }] of known) {
		if (known.size <= most) break;
		known.delete(id);
		forgotten = Math.max(forgotten, at);
	}
	return forgotten;
}
