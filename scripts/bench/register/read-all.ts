import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';

/** Of one process that reads every signal one by one: how many, in how long, and its peak memory in each quarter. */
export interface ReadAll {
	signals: number;
	seconds: number;
	peaksMb: number[];
}

const QUARTERS = 4;
const EVERY = 500;

async function readAll(settings: RegisterSettings, count: number): Promise<ReadAll> {
	const register = await Register.open(settings);
	const peaks = new Array<number>(QUARTERS).fill(0);
	const start = performance.now();
	let signals = 0;
	for await (const { reference } of register.each({})) {
		if (reference === null || signals++ % EVERY > 0) continue;
		const quarter = Math.min(QUARTERS - 1, Math.floor((signals * QUARTERS) / count));
		peaks[quarter] = Math.max(peaks[quarter]!, process.memoryUsage.rss() / 1024 ** 2);
	}
	await register.close();
	return { signals, seconds: (performance.now() - start) / 1000, peaksMb: peaks.map(Math.round) };
}

// Started by the bench in a process of its own, so that only this reading is in its memory.
if (require.main === module) {
	const [settings, count] = process.argv.slice(2);
	readAll(JSON.parse(settings!) as RegisterSettings, Number(count)).then(
		(outcome) => console.log(JSON.stringify(outcome)),
		(error: unknown) => {
			console.error(error);
			process.exitCode = 1;
		},
	);
}
