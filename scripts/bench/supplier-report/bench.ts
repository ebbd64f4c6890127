import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillRegister } from '../../../test/support/generated-register';
import { PLANTED, PLANTED_STREAMS, TWO_YEARS } from '../../../test/support/planted-year';
import { generateSignals } from '../../../test/support/signal-year';
import type { Bench, Row } from '../bench';

/** What one side took for all reports of a period. */
export interface Measured {
	seconds: number;
	peakMb: number;
	reports: number;
	bytes: number;
}

const PERIOD = { from: PLANTED.from, until: TWO_YEARS.until };
/** What the streams give in two years when they run as they are. */
const USUAL = 40_000;
const PYTHON = ['/usr/bin/python3', 'python3'];

const columns = ['signals', 'reports', 'seconds', 'peak MB'];

/** From a register to all outputs for eight suppliers, beside pandas and matplotlib. */
export const supplierReportBench: Bench = {
	name: 'report',
	options: { signals: 100_000, many: 1_000_000 },
	async run({ signals, many }, say) {
		const rows: Row[] = [];
		const notes: string[] = [];
		const python = PYTHON.find(hasPandas);
		if (!python) {
			notes.push(
				'pandas and matplotlib were not there, so their side was skipped. On Debian: apt-get install python3-pandas python3-matplotlib.',
			);
		}
		for (const size of [signals!, many!].filter((one) => one > 0)) {
			const folder = mkdtempSync(join(tmpdir(), 'regie-bench-'));
			try {
				const databaseFile = join(folder, 'register.sqlite');
				say(`filling a register with about ${size} signals`);
				const busier = PLANTED_STREAMS.map((stream) => ({
					...stream,
					perDay: (stream.perDay * size) / USUAL,
				}));
				const total = await fillRegister(databaseFile, generateSignals(busier, TWO_YEARS, 8));
				say('making all reports');
				rows.push(rowOf('Supplier Report: PDF, XLSX, mail, JSON', total, await ours(databaseFile)));
				if (python) {
					const theirs = [join(__dirname, 'peer.py'), databaseFile, PERIOD.from, PERIOD.until];
					const said = execFileSync(python, theirs, { encoding: 'utf8' });
					rows.push(rowOf('pandas and matplotlib: PDF', total, JSON.parse(said) as Measured));
				}
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		}
		return { columns, rows, notes };
	},
};

const rowOf = (what: string, signals: number, { reports, seconds, peakMb }: Measured): Row => ({
	what,
	values: { signals, reports, seconds: seconds.toFixed(1), 'peak MB': Math.round(peakMb) },
});

async function ours(databaseFile: string): Promise<Measured> {
	const program = join(__dirname, 'make-all.ts');
	const child = fork(program, [databaseFile, PLANTED.endedBefore], { execArgv: ['-r', 'ts-node/register'] });
	const ended = once(child, 'exit').then(([code]) => {
		throw new Error(`Making the reports ended with ${String(code)}`);
	});
	ended.catch(() => undefined);
	const [measured] = (await Promise.race([once(child, 'message'), ended])) as [Measured];
	return measured;
}

function hasPandas(python: string): boolean {
	try {
		execFileSync(python, ['-c', 'import pandas, matplotlib'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
