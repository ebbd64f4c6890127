import { parentPort, workerData } from 'node:worker_threads';
import { FUZZ_TARGETS } from '../../test/fuzz/targets';
import { Dice } from '../../test/support/dice';
import { FuzzCorpus } from './corpus';
import { Coverage } from './coverage';
import { mutate } from './mutate';
import { MOST_BYTES, NOW, type FuzzOrder, type FuzzTold } from './protocol';

/** Code of ours, and of the libraries that take a mail apart. */
const COUNTS = /\/(?:nodes|mailsplit|libmime|asn1js|htmlparser2|html-to-text|csv-parse)\/.*\.[cm]?[jt]s$/;
/** A target that breaks on everything would fill the disk. */
const MOST_DEFECTS = 5;

const order = workerData as FuzzOrder;
const target = FUZZ_TARGETS[order.target]!;
const words = new Int32Array(order.now);
const bytes = new Uint8Array(order.now, NOW.bytes);
const tell = (told: FuzzTold): void => parentPort!.postMessage(told);

/** Runs one input, with what it is written down first, for when this thread does not come back. */
async function run(input: Buffer): Promise<Error | null> {
	bytes.set(input.subarray(0, MOST_BYTES));
	words[NOW.length] = Math.min(input.length, MOST_BYTES);
	Atomics.add(words, NOW.count, 1);
	try {
		await target.run(input);
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
	const polluted = Object.keys(Object.prototype).length > 0;
	return polluted ? new Error('Broken promise: no input changes what all objects have') : null;
}

async function fuzz(): Promise<void> {
	const corpus = new FuzzCorpus(order.target);
	const dice = new Dice(order.seed);
	const coverage = new Coverage((url) => COUNTS.test(url));
	const population = [...target.seeds(), ...corpus.inputs().map(({ content }) => content)];
	for (const input of population) await run(input);
	let blocks = coverage.newBlocks();
	let [inputs, kept, defects] = [0, 0, 0];
	for (const end = Date.now() + order.seconds * 1000; Date.now() < end && defects < MOST_DEFECTS; inputs++) {
		const input = mutate(population, target.tokens, MOST_BYTES, dice);
		const defect = await run(input);
		if (defect) {
			defects++;
			tell({ kind: 'defect', file: corpus.keep('defect', input), message: defect.stack ?? defect.message });
		}
		const reached = coverage.newBlocks();
		if (reached === 0) continue;
		blocks += reached;
		population.push(input);
		if (order.keep && !defect) kept += Number(corpus.keep('new', input) !== '');
	}
	tell({ kind: 'done', inputs, blocks, kept });
}

void fuzz();
