import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A program of this folder in a process of its own, that answers each message with one. */
export class Child {
	private constructor(private readonly process: ChildProcess) {}

	/** Starts it, and gives what it says when it is ready. */
	static async start<T>(program: string, ...args: string[]): Promise<[child: Child, ready: T]> {
		const child = new Child(fork(join(__dirname, program), args, { execArgv: ['-r', 'ts-node/register'] }));
		return [child, await child.answer<T>()];
	}

	async ask<T>(message: object): Promise<T> {
		const answer = this.answer<T>();
		this.process.send(message);
		return await answer;
	}

	async stop(): Promise<void> {
		const ended = once(this.process, 'exit');
		this.process.kill();
		await ended;
	}

	private async answer<T>(): Promise<T> {
		const done = new AbortController();
		const { signal } = done;
		const ended = once(this.process, 'exit', { signal }).then(([code]) => {
			throw new Error(`A process of the bench ended with ${String(code)}`);
		});
		ended.catch(() => undefined);
		try {
			const [answer] = (await Promise.race([once(this.process, 'message', { signal }), ended])) as [T];
			return answer;
		} finally {
			done.abort();
		}
	}
}
