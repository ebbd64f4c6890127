import { statSync } from 'node:fs';

/** A connection to a file that can be used again. */
export interface Reusable {
	file: string;
	/** Which file it is open on, see `identityOf`. */
	identity: string | null;
	/** Whether nothing of its last use is left. */
	isClean(): boolean;
	close(): void;
}

/** Closing the last connection to a SQLite file moves its log into it and waits for the disk: not after every node. */
const IDLE_MS = 5_000;
/** Runs of nodes at the same time each have one. */
const MOST_IDLE = 4;

interface Idle<T> {
	connection: T;
	timer: NodeJS.Timeout;
}

/**
 * Keeps connections that nobody uses for a short while, for who opens the same file next. Nobody shares one: it is
 * taken out, and put back. A file that was replaced or removed meanwhile is opened anew. What is kept holds no lock,
 * so that other processes do not notice it.
 */
export class IdleConnections<T extends Reusable> {
	private readonly byFile = new Map<string, Idle<T>[]>();

	take(file: string): T | undefined {
		const kept = this.byFile.get(file) ?? [];
		for (let last = kept.pop(); last; last = kept.pop()) {
			clearTimeout(last.timer);
			const { connection } = last;
			if (connection.identity !== null && connection.identity === identityOf(file)) return connection;
			connection.close();
		}
		this.forget(file);
		return undefined;
	}

	putBack(connection: T): void {
		const { file } = connection;
		const kept = this.byFile.get(file) ?? [];
		if (!connection.isClean() || kept.length >= MOST_IDLE) return connection.close();
		const timer = setTimeout(() => this.closeIdle(connection), IDLE_MS).unref();
		if (this.byFile.size === 0) process.once('exit', this.closeAll);
		this.byFile.set(file, [...kept, { connection, timer }]);
	}

	/** Leaves nothing in a log beside the file: it can be copied once n8n has stopped. */
	readonly closeAll = (): void => {
		for (const kept of [...this.byFile.values()])
			for (const { connection } of kept) this.closeIdle(connection);
	};

	private closeIdle(connection: T): void {
		const kept = this.byFile.get(connection.file) ?? [];
		const rest = kept.filter((one) => one.connection !== connection);
		this.byFile.set(connection.file, rest);
		this.forget(connection.file);
		connection.close();
	}

	private forget(file: string): void {
		if (this.byFile.get(file)?.length === 0) this.byFile.delete(file);
		if (this.byFile.size === 0) process.removeListener('exit', this.closeAll);
	}
}

/** What tells a file from another one of the same name; null when it is not there. */
export function identityOf(file: string): string | null {
	const found = statSync(file, { bigint: true, throwIfNoEntry: false });
	return found ? `${found.dev}:${found.ino}` : null;
}
