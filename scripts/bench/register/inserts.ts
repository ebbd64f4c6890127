import type { Register } from '../../../nodes/shared/storage/register';
import type { Raw } from './raw';
import type { BenchSignals, StoredRows } from './signals';
import { inTurns } from './timings';

/** Items of one run of the node, which is one transaction. */
export const PER_RUN = 250;

/**
 * Registers new signals, by the register and by the same statements with their values ready: what is between
 * the two is checking the mail, stemming its words, and building the SQL.
 */
export async function measureInserts(
	register: Register,
	raw: Raw,
	signals: BenchSignals,
	{ from, runs }: { from: number; runs: number },
) {
	const batch = (time: number, bare: boolean) =>
		Array.from({ length: PER_RUN }, (_, index) => from + (time * 2 + (bare ? 1 : 0)) * PER_RUN + index);
	const incoming = Array.from({ length: runs }, (_, time) =>
		batch(time, false).map((number) => signals.signal(number)),
	);
	const prepared = Array.from({ length: runs }, (_, time) =>
		batch(time, true).map((number) => signals.registered(number)),
	);
	return await inTurns(
		runs,
		async (time) =>
			await register.together(async (all) => {
				const claim = { by: `run ${time}`, minutes: 15 };
				for (const signal of incoming[time]!) await all.register(signal, claim);
			}),
		async (time) =>
			await raw.transaction(async () => {
				for (const one of prepared[time]!) await insertBare(raw, one);
			}),
	);
}

async function insertBare(raw: Raw, rows: StoredRows): Promise<void> {
	const { source_key } = rows.signals![0] as { source_key: string };
	await raw.all('savepoint part');
	await raw.all(
		'select id from signals where source_key = ? union all select id from follow_ups where source_key = ?',
		[source_key, source_key],
	);
	await raw.all(
		'insert into reference_counters (year, last) values (?, 1) on conflict (year) do update set last = reference_counters.last + 1 returning last',
		[1900],
	);
	await raw.together(
		Object.entries(rows).map(([table, [row]]) => {
			const columns = Object.keys(row!);
			const values = columns.map(() => '?').join(', ');
			return [
				`insert into ${table} (${columns.join(', ')}) values (${values})`,
				Object.values(row!) as unknown[],
			] as const;
		}),
	);
	await raw.all('release part');
}
