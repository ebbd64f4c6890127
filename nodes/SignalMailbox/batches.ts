import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeExecutionData, IPollFunctions, IRun } from 'n8n-workflow';

/** A mail server may hang up on who is silent for long; a batch that takes longer is waited for by the next poll. */
const PATIENCE_MS = 30_000;

export interface BatchOptions<Mail> {
	/** Items in a batch. */
	size: number;
	/** Milliseconds since 1970; nothing is waited for after it. */
	deadline: number;
	/** Told of the mails of a batch when its execution has ended, well or not; never when n8n does not tell. */
	onEnded: (mails: readonly Mail[]) => void;
}

/**
 * Hands items on in batches, each to an execution of its own, while a poll goes on reading. One batch is worked
 * on while the next is read: memory does not grow with the mailbox.
 */
export class Batches<Mail> {
	private items: INodeExecutionData[] = [];
	private mails: Mail[] = [];
	private last: Promise<boolean> = Promise.resolve(true);

	constructor(
		private readonly context: IPollFunctions,
		private readonly options: BatchOptions<Mail>,
	) {}

	/** @param mail what `onEnded` is told of it */
	add(item: INodeExecutionData, mail: Mail): void {
		this.items.push(item);
		this.mails.push(mail);
	}

	/**
	 * Hands a full batch on once the one before it is done. False when that one failed or takes long: then the
	 * poll must end, or executions would pile up.
	 */
	async handOn(): Promise<boolean> {
		if (this.items.length < this.options.size) return true;
		if (!(await this.lastIsDone())) return false;
		this.emit();
		return true;
	}

	/** Hands on what is left, and waits for nothing. */
	handOnRest(): void {
		if (this.items.length > 0) this.emit();
	}

	/** What was not handed on. */
	rest(): INodeExecutionData[] {
		return this.items;
	}

	private emit(): void {
		const { items, mails } = this;
		[this.items, this.mails] = [[], []];
		const done = this.context.helpers.createDeferredPromise<IRun | undefined>();
		this.last = done.promise.then(
			(run) => {
				// One that waits, for a form or a moment, has its mails still in hand.
				if (run?.status !== 'waiting') this.options.onEnded(mails);
				return run?.status === 'success';
			},
			() => {
				this.options.onEnded(mails);
				return false;
			},
		);
		this.context.__emit([items], undefined, done);
	}

	private async lastIsDone(): Promise<boolean> {
		const timeUp = new AbortController();
		const patience = Math.max(0, Math.min(PATIENCE_MS, this.options.deadline - Date.now()));
		try {
			return await Promise.race([this.last, sleep(patience, false, { signal: timeUp.signal })]);
		} finally {
			timeUp.abort();
		}
	}
}
