import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeExecutionData, IPollFunctions, IRun } from 'n8n-workflow';

/** A mail server may hang up on who is silent for long; a batch that takes longer is waited for by the next poll. */
const PATIENCE_MS = 30_000;

export interface BatchOptions {
	/** Items in a batch. */
	size: number;
	/** Milliseconds since 1970; nothing is waited for after it. */
	deadline: number;
}

/**
 * Hands items on in batches, each to an execution of its own, while a poll goes on reading. One batch is worked
 * on while the next is read: memory does not grow with the mailbox.
 */
export class Batches {
	private items: INodeExecutionData[] = [];
	private last: Promise<boolean> = Promise.resolve(true);

	constructor(
		private readonly context: IPollFunctions,
		private readonly options: BatchOptions,
	) {}

	add(item: INodeExecutionData): void {
		this.items.push(item);
	}

	/**
	 * Hands a full batch on once the one before it is done. False when that one failed or takes long: then the
	 * poll must end, or executions would pile up.
	 */
	async handOn(): Promise<boolean> {
		if (this.items.length < this.options.size) return true;
		if (!(await this.lastIsDone())) return false;
		const done = this.context.helpers.createDeferredPromise<IRun | undefined>();
		this.last = done.promise.then(
			(run) => run?.status === 'success',
			() => false,
		);
		this.context.__emit([this.items], undefined, done);
		this.items = [];
		return true;
	}

	/** What was not handed on, for the poll to give. */
	rest(): INodeExecutionData[] {
		return this.items;
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
