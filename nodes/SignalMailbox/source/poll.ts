import { isDiskError } from '../disk-error';
import type { FetchedMail } from '../fetched-mail';
import { EndedRuns } from './ended-runs';
import type { Fetched, OpenMailbox, WaitingMail } from './mail-source';
import {
	chooseMails,
	endLeases,
	folderState,
	forgetOld,
	type Choice,
	type FolderTurn,
	type PollState,
} from './poll-state';

export interface Poll {
	folders: readonly string[];
	/** How many mails to hand out at most. */
	maxMails: number;
	/** How many may be out at the same time, over all folders. */
	maxInFlight: number;
	/** For how many milliseconds a mail that was handed out is not handed out again. */
	leaseMs: number;
	/** When the poll began, milliseconds since 1970: leases count from then, as the next poll does. Left out, now. */
	startedAt?: number;
	/** n8n has just started: what it handed out before, nobody works on any more. */
	afresh?: boolean;
	/** Which executions have ended: the lease of their mails ends sooner. */
	ended?: EndedRuns;
	/** How many mails to ask for before `nextBatch` is asked; all of a folder when left out. */
	batchSize?: number;
	/** Whether to go on with the next batch. Asked while nothing is being fetched, so it may take its time. */
	nextBatch?: () => Promise<boolean>;
	/** Milliseconds since 1970; after it no further mail is started. */
	deadline: number;
	/** Called for every mail, in order; when it throws, the mail counts as not read. */
	take: (mail: FetchedMail, waiting: WaitingMail) => Promise<void>;
	/** Told about every mail and folder that could not be read. */
	warn: (message: string) => void;
	/** Replaced by tests. */
	now?: () => number;
}

/** With more mail than this in one batch the rest waits for the next poll, so that what n8n holds stays small. */
const MAX_BATCH_BYTES = 100 * 1024 * 1024;
/**
 * After this many failures a mail is shown as it is, unread, so that somebody gets to know. What mostly is not the mail
 * counts for less: a line that broke, or somebody who just took it away. A mail that is given up for that would be
 * another signal than its copy.
 */
const GIVE_UP_AFTER = 3;
const HARDLY = 1 / 4;

/**
 * Hands out mails that wait and are not out already. A mail or folder that cannot be read does not stop the
 * others. When the mailbox is lost on the way, what was read goes on and the rest comes with the next poll;
 * it throws only when nothing could be read at all. Changes `state` in place.
 */
export async function pollMailbox(mailbox: OpenMailbox, state: PollState, poll: Poll): Promise<void> {
	const { now = Date.now, ended = new EndedRuns() } = poll;
	const failed: unknown[] = [];
	const turns: FolderTurn[] = [];
	for (const folder of poll.folders) {
		const known = folderState(state, folder);
		if (poll.afresh) known.handed = {};
		// Before it is listed: what an execution put away before it ended is then not in the list.
		endLeases(known, ended.take(folder, Object.keys(known.handed)), poll.leaseMs);
		try {
			const waiting = await mailbox.list(folder, known.cursor);
			forgetOld(known, waiting, now());
			turns.push({ folder, waiting, state: known });
		} catch (error) {
			poll.warn(`Folder ${folder} could not be read: ${messageOf(error)}`);
			failed.push(error);
		}
	}
	const choices = chooseMails(turns, { ...poll, now: now() });
	// Before the first one is fetched, so that a poll that starts meanwhile leaves them alone.
	const until = (poll.startedAt ?? now()) + poll.leaseMs;
	for (const { turn, mail } of choices) turn.state.handed[mail.key] = until;
	const round = new Round(mailbox, poll, choices);
	try {
		await round.run();
	} catch (error) {
		failed.push(error);
	} finally {
		for (const { turn, mail } of round.left) delete turn.state.handed[mail.key];
		// n8n saves static data when its outermost part is set, and sees nothing of what changes within.
		state.folders = { ...state.folders };
	}
	if (round.taken === 0 && failed.length > 0) throw failed[0];
}

/** One poll's work on the mails that were chosen. */
class Round {
	taken = 0;
	/** Chosen, but not shown. */
	readonly left: Set<Choice>;
	private bytes = 0;
	private stopped = false;

	constructor(
		private readonly mailbox: OpenMailbox,
		private readonly poll: Poll,
		private readonly choices: readonly Choice[],
	) {
		this.left = new Set(choices);
	}

	async run(): Promise<void> {
		for (const turn of new Set(this.choices.map((choice) => choice.turn))) {
			const own = this.choices.filter((choice) => choice.turn === turn);
			const suspects = own.filter(({ mail }) => turn.state.failures[mail.key]);
			await this.fetch(
				turn,
				own.filter((choice) => !suspects.includes(choice)),
			);
			// A mail that failed before comes last and alone: it may take the connection with it.
			for (const choice of suspects) {
				const { times, reason } = turn.state.failures[choice.mail.key]!;
				if (times < GIVE_UP_AFTER) await this.fetch(turn, [choice]);
				else await this.show(choice, unreadable(choice, reason));
			}
		}
	}

	private async fetch(turn: FolderTurn, choices: readonly Choice[]): Promise<void> {
		const { batchSize = choices.length, nextBatch = async () => true } = this.poll;
		for (let at = 0; at < choices.length; at += batchSize) {
			if (this.isFull()) return;
			this.stopped = !(await nextBatch());
			if (this.stopped) return;
			if (at > 0) this.bytes = 0;
			await this.fetchBatch(turn, choices.slice(at, at + batchSize));
		}
	}

	private async fetchBatch(turn: FolderTurn, choices: readonly Choice[]): Promise<void> {
		const pending = new Map(choices.map((choice) => [choice.mail.key, choice]));
		try {
			const mails = choices.map(({ mail }) => mail);
			for await (const { mail, outcome } of this.mailbox.fetch(turn.folder, mails)) {
				const choice = pending.get(mail.key)!;
				pending.delete(mail.key);
				await this.settle(choice, outcome);
				if (this.isFull()) return;
			}
		} catch (error) {
			// The mailbox was lost while the first of the rest was on its way.
			const [first] = pending.values();
			if (first) this.fail(first, error, HARDLY);
			throw error;
		}
	}

	private async settle(choice: Choice, outcome: Fetched['outcome']): Promise<void> {
		choice.turn.state.last = choice.mail.position;
		// One that is listed again all the same is there, and the server does not give it.
		if (outcome === 'gone')
			return this.count(choice, 'the mail server lists it and does not give it', HARDLY);
		if (outcome instanceof Error) return this.fail(choice, outcome);
		await this.show(choice, outcome);
	}

	private async show(choice: Choice, mail: FetchedMail): Promise<void> {
		const { turn, mail: waiting } = choice;
		try {
			await this.poll.take(mail, waiting);
		} catch (error) {
			return this.fail(choice, error);
		}
		turn.state.last = waiting.position;
		this.taken += 1;
		this.left.delete(choice);
		if (mail.content.kind === 'unreadable') return;
		delete turn.state.failures[waiting.key];
		this.bytes += mail.content.raw.size;
	}

	private fail(choice: Choice, error: unknown, counts = 1): void {
		const { turn, mail } = choice;
		const reason = messageOf(error);
		// A full disk says nothing of the mail.
		if (!isDiskError(error)) this.count(choice, reason, counts);
		turn.state.last = mail.position;
		this.poll.warn(`Mail ${mail.key} in ${turn.folder} could not be read: ${reason}`);
	}

	private count({ turn: { state }, mail: { key } }: Choice, reason: string, counts: number): void {
		state.failures[key] = { times: (state.failures[key]?.times ?? 0) + counts, reason };
	}

	private isFull(): boolean {
		const { now = Date.now } = this.poll;
		return this.stopped || now() > this.poll.deadline || this.bytes > MAX_BATCH_BYTES;
	}
}

const unreadable = ({ mail }: Choice, reason: string): FetchedMail => ({
	uid: mail.location.source === 'imap' ? mail.location.uid : null,
	receivedAt: null,
	content: { kind: 'unreadable', reason },
});

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
