import { Session, type Profiler } from 'node:inspector';

/** Counts what code of ours has run for the first time, by V8's own coverage of blocks. */
export class Coverage {
	private readonly session = new Session();
	private readonly seen = new Set<string>();

	/** @param counts whether a file counts, by its address */
	constructor(private readonly counts: (url: string) => boolean) {
		this.session.connect();
		this.post('Profiler.enable');
		this.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
	}

	/** Number of blocks that ran since the last time, and never before. */
	newBlocks(): number {
		const before = this.seen.size;
		const { result } = this.post('Profiler.takePreciseCoverage') as Profiler.TakePreciseCoverageReturnType;
		for (const { scriptId, url, functions } of result) {
			if (!this.counts(url)) continue;
			for (const { ranges } of functions) {
				for (const { startOffset, endOffset, count } of ranges) {
					if (count > 0) this.seen.add(`${scriptId}:${startOffset}:${endOffset}`);
				}
			}
		}
		return this.seen.size - before;
	}

	/** The session answers before `post` returns. */
	private post(method: string, params: object = {}): unknown {
		let answer: unknown;
		this.session.post(method, params, (error, result) => {
			if (error) throw error;
			answer = result;
		});
		return answer;
	}
}
