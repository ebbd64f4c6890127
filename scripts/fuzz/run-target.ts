import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FuzzCorpus } from './corpus';
import { MOST_BYTES, NOW, type FuzzOrder, type FuzzTold } from './protocol';

/** One input may take this long: it is some thousand times the usual. */
const HANG_SECONDS = 20;
/** One input may take this much memory. */
const MOST_MEMORY_MB = 1024;

export interface FuzzOutcome {
	defects: Array<{ file: string; message: string }>;
	inputs: number;
	blocks: number;
	kept: number;
}

/** Fuzzes one target in a thread of its own, so that one that hangs or eats memory is found out too. */
export async function runTarget(order: Omit<FuzzOrder, 'now'>): Promise<FuzzOutcome> {
	const now = new SharedArrayBuffer(NOW.bytes + MOST_BYTES);
	const words = new Int32Array(now);
	const outcome: FuzzOutcome = { defects: [], inputs: 0, blocks: 0, kept: 0 };
	const worker = new Worker(join(__dirname, 'worker.ts'), {
		workerData: { ...order, now } satisfies FuzzOrder,
		execArgv: ['-r', 'ts-node/register'],
		resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
	});
	const current = (): string =>
		new FuzzCorpus(order.target).keep('defect', new Uint8Array(now, NOW.bytes, words[NOW.length]).slice());

	return await new Promise((resolve) => {
		let last = -1;
		const watch = setInterval(() => {
			const count = Atomics.load(words, NOW.count);
			if (count === last && count > 0) {
				outcome.defects.push({
					file: current(),
					message: `One input took more than ${HANG_SECONDS} seconds`,
				});
				void worker.terminate();
			}
			last = count;
		}, HANG_SECONDS * 1000);
		worker.on('message', (told: FuzzTold) => {
			if (told.kind === 'defect') outcome.defects.push({ file: told.file, message: told.message });
			else Object.assign(outcome, { inputs: told.inputs, blocks: told.blocks, kept: told.kept });
		});
		worker.on('error', (error: Error) => outcome.defects.push({ file: current(), message: error.message }));
		worker.on('exit', () => {
			clearInterval(watch);
			resolve(outcome);
		});
	});
}
