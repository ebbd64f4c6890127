import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../nodes/shared/storage/database';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { Dice } from '../../../test/support/dice';
import { startPostgres } from '../../../test/support/postgres';
import type { Bench, Row } from '../bench';
import { fill } from './fill';
import { measureInserts, PER_RUN } from './inserts';
import { rawPostgres, rawSqlite, type Raw } from './raw';
import { READING, type Reader } from './reading';
import { BenchSignals } from './signals';
import { inTurns, type Timings } from './timings';

const SEED = 7;
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
			const rows: Row[] = [];
			for (const side of sides) rows.push(...(await measure(side, options, say)));
			return {
				columns: COLUMNS,
				rows,
				notes: [
					`${options.signals} signals with the texts of the corpus in each database; ${options.questions} goes per question, ${options.runs} runs of ${PER_RUN} registrations, ours and bare SQL in turns.`,
					`PostgreSQL with ${Object.entries(SERVER)
						.map(([name, value]) => `${name} ${value}`)
						.join(', ')}, on the same machine.`,
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

async function measure(
	{ name, settings, raw: openRaw, settle }: Side,
	{ signals: count, questions, runs }: Record<string, number>,
	say: (line: string) => void,
): Promise<Row[]> {
	const signals = new BenchSignals(count!);
	const register = await Register.open(settings);
	const db = await openDatabase(settings);
	const raw = await openRaw();
	try {
		say(`→ ${name}: ${count} signalen klaarzetten`);
		await fill(raw, signals, count!, say);
		await settle(raw);
		say(`→ ${name}: registreren`);
		const inserts = await measureInserts(register, raw, signals, { from: count! + 1, runs: runs! });
		const rows = [asRow(`${name}: register`, inserts, PER_RUN)];
		const reader: Reader = { register, db, count: count!, reference: signals.reference };
		for (const { name: question, ask, ours, bare } of READING) {
			say(`→ ${name}: ${question}`);
			const dice = new Dice(SEED);
			const asked = Array.from({ length: questions! }, () => ask(dice, reader) as never);
			const timings = await inTurns(
				questions!,
				(time) => ours(reader, asked[time]!),
				(time) => bare(raw, asked[time]!, name === 'PostgreSQL'),
			);
			rows.push(asRow(`${name}: ${question}`, timings, 1));
		}
		return rows;
	} finally {
		await Promise.all([register.close(), db.destroy(), raw.close()]);
	}
}

/** Per thing of which one go did a number. */
function asRow(what: string, { ours, bare }: { ours: Timings; bare: Timings }, things: number): Row {
	const ms = (timings: Timings, part: number) => (timings.at(part) / things).toFixed(2);
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
