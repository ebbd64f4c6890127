import { z } from 'zod/v4';
import type { WaitingMail } from './mail-source';

const folderStateSchema = z.object({
	/** Position of the mail that was shown last: the next poll goes on after it. */
	last: z.string(),
	/** Until when (milliseconds since 1970) a mail that was handed out is not handed out again, by key. */
	handed: z.record(z.string(), z.number()),
	/** How often the execution of a mail ended without putting it away, by key; absent where none did. */
	tries: z.record(z.string(), z.number()).optional(),
	/** Mails that could not be read, by key. */
	failures: z.record(z.string(), z.object({ times: z.number(), reason: z.string() })),
	/** See `FolderCursor`. */
	cursor: z.record(z.string(), z.unknown()),
});
export type FolderState = z.infer<typeof folderStateSchema>;

/**
 * What one poll leaves for the next, in n8n's static data: which may be lost, overwritten by a poll that
 * overlaps, or never saved. It only spares work and spreads attention fairly. Every mail stays in its folder
 * until it is put away, and the register decides who handles it.
 */
export interface PollState {
	folders?: Record<string, FolderState>;
}

/**
 * The state of one folder, made anew when it is not what it should be. What is there stays the same object: a poll
 * that runs at the same time in this n8n works with it too.
 */
export function folderState(state: PollState, folder: string): FolderState {
	if (typeof state.folders !== 'object') state.folders = {};
	if (!folderStateSchema.safeParse(state.folders[folder]).success) {
		state.folders[folder] = { last: '', handed: {}, failures: {}, cursor: {} };
	}
	return state.folders[folder]!;
}

/** Polls do not come to the second: a lease that is as good as over would cost a mail a whole turn. */
const SLACK_MS = 5_000;
const isOver = (until: number, now: number): boolean => until <= now + SLACK_MS;

/** Forgets mails that are not in the folder any more, and leases that have ended. */
export function forgetOld(state: FolderState, waiting: readonly WaitingMail[], now: number): void {
	const keys = new Set(waiting.map(({ key }) => key));
	for (const [key, until] of Object.entries(state.handed)) {
		if (!keys.has(key) || isOver(until, now)) delete state.handed[key];
	}
	for (const known of [state.failures, state.tries ?? {}]) {
		for (const key of Object.keys(known)) if (!keys.has(key)) delete known[key];
	}
}

const FIRST_PAUSE_MS = 60_000;
/** From one showing to the next: the first time a mail comes back with the next poll, then after pauses that double. */
const pauseAfter = (tries: number): number => (tries === 1 ? 0 : FIRST_PAUSE_MS * 2 ** (tries - 2));

/**
 * Ends leases whose execution has ended: a mail that still waits was not put away. It comes back soon, for what was
 * in the way may be gone, and less often each time, for it may not; never later than its lease says.
 * @param ended the keys of mails whose execution has ended
 */
export function endLeases(state: FolderState, ended: readonly string[], leaseMs: number): void {
	const tries = (state.tries ??= {});
	for (const key of ended) {
		const until = state.handed[key];
		if (until === undefined) continue;
		tries[key] = (tries[key] ?? 0) + 1;
		state.handed[key] = Math.min(until, until - leaseMs + pauseAfter(tries[key]));
	}
}

/** A folder as it is now, and what is known of it. */
export interface FolderTurn {
	folder: string;
	waiting: readonly WaitingMail[];
	state: FolderState;
}

/** Mails to hand out now, with the folder they are in. */
export interface Choice {
	turn: FolderTurn;
	mail: WaitingMail;
}

/**
 * Chooses which mails to hand out: not those that are out already, not more than there is room for, every
 * folder in turn, and in each folder on after the last one, so that no mail keeps the others waiting.
 */
export function chooseMails(
	turns: readonly FolderTurn[],
	{ now, maxMails, maxInFlight }: { now: number; maxMails: number; maxInFlight: number },
): Choice[] {
	let inFlight = 0;
	const queues = turns.map((turn) => {
		const { handed, last } = turn.state;
		const isOut = ({ key }: WaitingMail) => handed[key] !== undefined && !isOver(handed[key], now);
		const free = turn.waiting.filter((mail) => !isOut(mail));
		inFlight += turn.waiting.length - free.length;
		free.sort((a, b) => (a.position < b.position ? -1 : 1));
		const next = free.findIndex(({ position }) => position > last);
		const ordered = next < 0 ? free : [...free.slice(next), ...free.slice(0, next)];
		return ordered.map((mail): Choice => ({ turn, mail }));
	});
	const room = Math.max(0, Math.min(maxMails, maxInFlight - inFlight));
	const longest = Math.max(0, ...queues.map((queue) => queue.length));
	const chosen: Choice[] = [];
	for (let index = 0; index < longest && chosen.length < room; index++) {
		for (const queue of queues) if (queue[index] && chosen.length < room) chosen.push(queue[index]!);
	}
	return chosen;
}
