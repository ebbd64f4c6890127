import { readFileSync } from 'node:fs';

const EVERY_MS = 100;
const MB = 1024 * 1024;

/** Memory of one process in MB, as Linux counts what is in RAM (RSS). */
const memoryOf = (pid: number): number => {
	const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return (Number(kilobytes ?? 0) * 1024) / MB;
};

/** Follows the memory of a process: `idle` is what it had at first, `peak` the most so far. */
export class MemoryWatch {
	readonly idle: number;
	peak: number;
	private readonly timer: NodeJS.Timeout;

	constructor(pid: number) {
		this.idle = memoryOf(pid);
		this.peak = this.idle;
		this.timer = setInterval(() => {
			try {
				this.peak = Math.max(this.peak, memoryOf(pid));
			} catch {
				// It ended.
				this.stop();
			}
		}, EVERY_MS);
	}

	stop(): void {
		clearInterval(this.timer);
	}
}
