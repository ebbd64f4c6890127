import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillRegister } from '../../../test/support/generated-register';
import { PLANTED, PLANTED_STREAMS, TWO_YEARS } from '../../../test/support/planted-year';
import { generateSignals } from '../../../test/support/signal-year';
import type { Bench, Row } from '../bench';

/** Figures are what all outputs need: counting, and on our side trends and subjects. */
export type Part = 'figures' | 'PDF' | 'XLSX' | 'mail' | 'JSON';

/** What one side took for all reports of a period. */
export interface Measured {
	seconds: number;
	/** Of all its threads; on a machine that others use too it says more than the clock. */
	processorSeconds: number;
	/** Seconds that each part took. */
	parts: Partial<Record<Part, number>>;
	peakMb: number;
	reports: number;
	bytes: number;
}

/** Every output, or only what both sides do: the tables and the charts in a PDF. */
type Work = 'all' | 'pdf';

const PERIOD = { from: PLANTED.from, until: TWO_YEARS.until };
/** What the streams give in two years when they run as they are. */
const USUAL = 40_000;
const PYTHON = ['/usr/bin/python3', 'python3'];

const PARTS: readonly Part[] = ['figures', 'PDF', 'XLSX', 'mail', 'JSON'];
const columns = ['signals', 'reports', 'seconds', 'processor s', ...PARTS, 'peak MB'];

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
				'pandas, matplotlib and openpyxl were not there, so their side was skipped. On Debian: apt-get install python3-pandas python3-matplotlib python3-openpyxl.',
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
				rows.push(...measure(databaseFile, total, python));
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		}
		return { columns, rows, notes };
	},
};

/** Both sides on one register, each in a process of its own, one after the other. */
function measure(databaseFile: string, total: number, python: string | undefined): Row[] {
	const ours = (work: Work) =>
		measured(process.execPath, [join(__dirname, 'make-all.mts'), databaseFile, PLANTED.endedBefore, work]);
	const theirs = (work: Work) =>
		measured(python!, [join(__dirname, 'peer.py'), databaseFile, PERIOD.from, PERIOD.until, work]);
	const rows = [
		rowOf('Supplier Report: all, with texts and trends', total, ours('all')),
		rowOf('Supplier Report: PDF, without texts', total, ours('pdf')),
	];
	if (!python) return rows;
	return [
		...rows,
		rowOf('pandas, matplotlib, openpyxl: all', total, theirs('all')),
		rowOf('pandas and matplotlib: PDF', total, theirs('pdf')),
	];
}

const measured = (program: string, args: string[]): Measured =>
	JSON.parse(
		execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
	) as Measured;

const rowOf = (what: string, signals: number, one: Measured): Row => ({
	what,
	values: {
		signals,
		reports: one.reports,
		seconds: one.seconds.toFixed(1),
		'processor s': one.processorSeconds.toFixed(1),
		...Object.fromEntries(
			PARTS.flatMap((part) => {
				const seconds = one.parts[part];
				return seconds === undefined ? [] : [[part, seconds.toFixed(2)]];
			}),
		),
		'peak MB': Math.round(one.peakMb),
	},
});

function hasPandas(python: string): boolean {
	try {
		execFileSync(python, ['-c', 'import pandas, matplotlib, openpyxl'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
