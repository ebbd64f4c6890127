import { readFileSync } from 'node:fs';

const EVERY_MS = 100;
const MB = 1024 * 1024;
/** What `/proc/<pid>/stat` counts in: USER_HZ, which is 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Memory of one process in MB, as Linux counts what is in RAM (RSS). */
const memoryOf = (pid: number): number => {
	const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return (Number(kilobytes ?? 0) * 1024) / MB;
};

/** Processor seconds that a process has used, its own and those of the kernel for it, over all of its threads. */
function processorSecondsOf(pid: number): number {
	// The name of the program stands in brackets and may hold spaces; utime and stime are fields 14 and 15.
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
	return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/**
 * Follows a process: `idleMb` is the memory it had at first, `peakMb` the most so far, `processorSeconds` what it
 * has worked since. On a machine that others use too, those say more than the clock.
 */
export class ProcessWatch {
	readonly idleMb: number;
	processorSeconds = 0;
	private readonly memory: number[];
	private readonly before: number;
	private readonly timer: NodeJS.Timeout;

	constructor(private readonly pid: number) {
		this.idleMb = memoryOf(pid);
		this.memory = [this.idleMb];
		this.before = processorSecondsOf(pid);
		this.timer = setInterval(() => this.look(), EVERY_MS);
	}

	get peakMb(): number {
		return Math.max(...this.memory);
	}

	/** The peak in each of so many equal parts of the time: what grows with the work is highest in the last. */
	peaksMb(parts: number): number[] {
		const at = (part: number) => Math.floor((part * this.memory.length) / parts);
		return Array.from({ length: parts }, (_, part) =>
			Math.max(...this.memory.slice(at(part), Math.max(at(part + 1), at(part) + 1))),
		);
	}

	stop(): void {
		this.look();
		clearInterval(this.timer);
	}

	private look(): void {
		try {
			this.memory.push(memoryOf(this.pid));
			this.processorSeconds = processorSecondsOf(this.pid) - this.before;
		} catch {
			// It ended.
			clearInterval(this.timer);
		}
	}
}
