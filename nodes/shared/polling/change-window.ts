import { z } from 'zod/v4';
import { Boundary, boundarySchema } from './boundary';
import { shortHash } from './change-id';

/** One record as it is now. A record that changed is another version of it, also within the same moment. */
export interface Change<T> {
	/** Of the record. */
	id: string;
	/** When it was last changed by the clock of the system it is in; milliseconds since 1970. */
	moment: number;
	/** Differs when anything in the record does that counts as a change. */
	fingerprint: string;
	record: T;
}

export interface ChangePage<T> {
	changes: Array<Change<T>>;
	/**
	 * Everything before this moment was in this or an earlier page, so reading goes on from it, itself
	 * included. It is later than the moment that was asked for. Null when there is nothing more.
	 */
	next: number | null;
}

export interface ChangeSource<T> {
	/** Records last changed at this moment or later: all of them, or the earliest ones. */
	changedFrom(moment: number): Promise<ChangePage<T>>;
}

export const windowStateSchema = z.object({
	/** The next reading starts at this moment, by the clock of the system that is read. */
	floor: z.number(),
	/** Versions that were given and can be read again. */
	given: boundarySchema,
	/** Of those, the ones that are still to be given again. */
	unsettled: z.array(z.string()).default([]),
	/** A reading that did not come to its end: where it goes on, and what it has kept. */
	reading: z
		.object({ from: z.number(), startedAt: z.number(), newest: z.number(), keptFrom: z.number() })
		.optional(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export interface WindowLimits {
	/**
	 * How far each reading goes back before the newest change that was seen, in milliseconds: at least
	 * the differences between all clocks and the longest time a change takes to become visible, together.
	 */
	overlapMs: number;
	/** Changes to take at most; those that are given again do not count. */
	maxChanges: number;
	/** Milliseconds since 1970; no change is started after it. */
	deadline: number;
	/** Give a version once more in the poll after the one in which it was given, as `again`. */
	lookTwice?: boolean;
	/** Versions to remember at most; above it the overlap shrinks. */
	maxRemembered?: number;
	now?: () => number;
}

export interface WindowOutcome {
	state: WindowState;
	/** False when a limit or an error cut the reading off; the next one goes on from there. */
	complete: boolean;
	/** What cut it off, when that was an error. */
	error?: unknown;
	/** True when more changes lie close together than are remembered, so that late ones could be missed. */
	shrunk: boolean;
}

/** About 400 kB in n8n's database. */
const MAX_REMEMBERED = 50_000;

/** The state of a window that begins at `moment`. */
export const windowFrom = (moment: number): WindowState => ({ floor: moment, given: {}, unsettled: [] });

/**
 * Reads what has changed and gives each version to `take`, in order of its moment and once, as long
 * as the state that comes back is what the next call gets. It holds for records with the same
 * moment, for clocks that differ and changes that become visible late (both within the overlap), for
 * errors and for readings that are cut off. Throws when nothing could be taken; an error after that
 * cuts the reading off.
 */
export async function readChanges<T>(
	source: ChangeSource<T>,
	before: WindowState,
	limits: WindowLimits,
	take: (change: Change<T>, again: boolean) => Promise<void>,
): Promise<WindowOutcome> {
	const { overlapMs, maxChanges, deadline, now = Date.now } = limits;
	const given = new Boundary(before.given);
	const unsettled = new Set(before.unsettled);
	const nextUnsettled: string[] = [];
	const start = { from: before.floor, startedAt: now(), newest: before.floor, keptFrom: before.floor };
	const { startedAt } = before.reading ?? start;
	let { from, newest } = before.reading ?? start;
	let taken = 0;
	let looked = 0;

	const outcome = (complete: boolean, error?: unknown): WindowOutcome => {
		// Everything before `from` was read, also where nothing lay there.
		newest = Math.max(newest, from);
		// Not beyond the start of this reading: what is committed while it runs may lie before its end.
		const reached = Math.min(complete ? newest : from, startedAt) - overlapMs;
		const enough = given.fitsFrom(limits.maxRemembered ?? MAX_REMEMBERED);
		const keptFrom = Math.max((before.reading ?? start).keptFrom, reached, enough);
		given.dropBefore(keptFrom);
		// What was given in an earlier part of this reading could not come by again yet.
		const left = complete && !before.reading ? [] : [...unsettled];
		const state: WindowState = {
			floor: complete ? keptFrom : before.floor,
			given: given.toState(),
			unsettled: [...nextUnsettled, ...left],
			...(!complete && { reading: { from, startedAt, newest, keptFrom } }),
		};
		return { state, complete, error, shrunk: enough > reached };
	};

	try {
		for (;;) {
			const page = await source.changedFrom(from);
			for (const change of page.changes.toSorted((one, other) => one.moment - other.moment)) {
				const hash = shortHash(change.id, change.fingerprint);
				const again = given.has(change.moment, hash);
				if (again && !(limits.lookTwice && unsettled.has(hash))) {
					newest = Math.max(newest, change.moment);
					continue;
				}
				from = Math.max(from, change.moment);
				// At least one each time, so that it always gets on.
				if (looked > 0 && ((!again && taken >= maxChanges) || now() > deadline)) return outcome(false);
				await take(change, again);
				looked += 1;
				if (!again) taken += 1;
				newest = Math.max(newest, change.moment);
				given.add(change.moment, hash);
				unsettled.delete(hash);
				if (!again && limits.lookTwice) nextUnsettled.push(hash);
			}
			if (page.next === null) return outcome(true);
			from = page.next;
			newest = Math.max(newest, from);
			if (now() > deadline) return outcome(false);
		}
	} catch (error) {
		if (looked === 0) throw error;
		return outcome(false, error);
	}
}
