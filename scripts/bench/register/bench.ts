import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDatabase } from '../../../nodes/shared/storage/database';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { Dice } from '../../../test/support/dice';
import { startPostgres } from '../../../test/support/postgres';
import type { Bench, Row } from '../bench';
import { RUNS, WHO_IS_DUE } from './due';
import { fill } from './fill';
import { measureInserts, PER_RUN } from './inserts';
import { rawPostgres, rawSqlite, type Raw } from './raw';
import type { Reader } from './question';
import type { ReadAll } from './read-all';
import { READING } from './reading';
import { BenchSignals } from './signals';
import { warmInTurns, type Timings } from './timings';

const SEED = 7;
/** Times bare SQL, by the median. */
const GOAL = 1.5;
/** As an administrator would set them for a register of this size; the rest is PostgreSQL's own. */
const SERVER = { fsync: 'on', shared_buffers: '1GB', max_wal_size: '4GB' };

interface Side {
	name: string;
	settings: RegisterSettings;
	raw: () => Promise<Raw>;
	/** Statistics and clean-up that the database does by itself in time. */
	settle: (raw: Raw) => Promise<unknown>;
}

/** The register with many signals in it, beside bare SQL on the same rows. */
export const registerBench: Bench = {
	name: 'register',
	options: { signals: 1_000_000, questions: 200, runs: 20 },

	async run(options, say) {
		const folder = mkdtempSync(join(tmpdir(), 'register-bench-'));
		const server = await startPostgres({ settings: SERVER });
		try {
			const databaseFile = join(folder, 'register.sqlite');
			const settings = await server.newDatabase();
			const sides: Side[] = [
				{
					name: 'SQLite',
					settings: { databaseFile },
					raw: async () => rawSqlite(databaseFile),
					settle: async (raw) => await raw.all('pragma wal_checkpoint(truncate)'),
				},
				{
					name: 'PostgreSQL',
					settings,
					raw: async () => await rawPostgres(settings),
					settle: async (raw) => await raw.all('vacuum analyze'),
				},
			];
			const signals = new BenchSignals(options.signals!);
			const raws = await prepared(sides, signals, options.signals!, say);
			const rows: Row[] = [];
			const readings: string[] = [];
			for (const [index, side] of sides.entries()) {
				rows.push(...(await measure(side, raws[index]!, signals, options, say)));
			}
			for (const side of sides) {
				say(`→ ${side.name}: alles lezen`);
				readings.push(
					`${side.name}: ${describeReading(await readEverything(side.settings, options.signals!))}`,
				);
			}
			return {
				columns: COLUMNS,
				rows,
				notes: [
					`${options.signals} signals with the texts of the corpus in each database; ${options.questions} goes per question, ${options.runs} runs of ${PER_RUN} registrations, ours and bare SQL in turns.`,
					`PostgreSQL with ${Object.entries(SERVER)
						.map(([name, value]) => `${name} ${value}`)
						.join(', ')}, on the same machine.`,
					judgement(rows),
					`One process that reads every signal, page by page, and its memory in each quarter. ${readings.join('; ')}.`,
				],
				versions: { postgresql: server.version },
			};
		} finally {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	},
};

const COLUMNS = [
	'p50 ms',
	'p99 ms',
	'per second',
	'bare p50 ms',
	'bare p99 ms',
	'bare per second',
	'times bare',
];

/** Registers with all of the signals in them. */
async function prepared(
	sides: readonly Side[],
	signals: BenchSignals,
	count: number,
	say: (line: string) => void,
): Promise<Raw[]> {
	say(`→ ${count} signalen klaarzetten`);
	for (const { settings } of sides) await (await Register.open(settings)).close();
	const raws = await Promise.all(sides.map(({ raw }) => raw()));
	await fill(raws, signals, count, say);
	for (const [index, { settle }] of sides.entries()) await settle(raws[index]!);
	return raws;
}

async function measure(
	{ name, settings }: Side,
	raw: Raw,
	signals: BenchSignals,
	{ signals: count, questions, runs }: Record<string, number>,
	say: (line: string) => void,
): Promise<Row[]> {
	const { now, reference } = signals;
	const register = await Register.open(settings, () => now);
	const early = await Register.open(settings, () => new Date(now.getTime() - 30 * 86_400_000));
	const db = await openDatabase(settings);
	try {
		say(`→ ${name}: registreren`);
		const inserts = await measureInserts(register, raw, signals, { from: count! + 1, runs: runs! });
		const rows = [asRow(`${name}: register`, inserts, PER_RUN)];
		say(`   ${JSON.stringify(rows[0]!.values)}`);
		// The moments of what was just registered are reckoned once, as the first look at what is due does.
		await register.updates.silentSuppliers(1);
		const reader: Reader = { register, early, db, now, count: count!, reference };
		for (const { name: question, ask, ours, bare } of [...READING, WHO_IS_DUE, ...RUNS]) {
			say(`→ ${name}: ${question}`);
			const dice = new Dice(SEED);
			const asked = Array.from({ length: questions! }, () => ask(dice, reader) as never);
			const timings = await warmInTurns(
				questions!,
				(time) => ours(reader, asked[time]!),
				(time) => bare(raw, asked[time]!, name === 'PostgreSQL'),
			);
			rows.push(asRow(`${name}: ${question}`, timings, 1));
			say(`   ${JSON.stringify(rows.at(-1)!.values)}`);
		}
		return rows;
	} finally {
		await Promise.all([register.close(), early.close(), db.destroy(), raw.close()]);
	}
}

const execute = promisify(execFile);

async function readEverything(settings: RegisterSettings, count: number): Promise<ReadAll> {
	const program = join(__dirname, 'read-all.ts');
	const args = ['-r', 'ts-node/register', program, JSON.stringify(settings), String(count)];
	return JSON.parse((await execute(process.execPath, args)).stdout) as ReadAll;
}

const describeReading = ({ signals, seconds, peaksMb }: ReadAll): string =>
	`${signals} signals in ${seconds.toFixed(0)} s, ${peaksMb.join(', ')} MB`;

/** What is within the goal and what is not; of whole runs bare SQL does only a part, so they are not judged. */
function judgement(rows: readonly Row[]): string {
	const judged = rows.filter(({ what }) => !RUNS.some(({ name }) => what.endsWith(`: ${name}`)));
	const missed = judged.filter(({ values }) => Number(values['times bare']) > GOAL);
	const names = missed.map(({ what, values }) => `${what} (${values['times bare']})`);
	return `Within ${GOAL} times bare SQL: ${judged.length - missed.length} of ${judged.length} questions.${missed.length > 0 ? ` Not: ${names.join('; ')}.` : ''}`;
}

/** Per thing of which one go did a number. */
function asRow(what: string, { ours, bare }: { ours: Timings; bare: Timings }, things: number): Row {
	const ms = (timings: Timings, part: number) => (timings.at(part) / things).toFixed(3);
	const perSecond = ({ total, count }: Timings) => Math.round((count * things * 1000) / total);
	return {
		what,
		values: {
			'p50 ms': ms(ours, 0.5),
			'p99 ms': ms(ours, 0.99),
			'per second': perSecond(ours),
			'bare p50 ms': ms(bare, 0.5),
			'bare p99 ms': ms(bare, 0.99),
			'bare per second': perSecond(bare),
			'times bare': (ours.at(0.5) / bare.at(0.5)).toFixed(2),
		},
	};
}
