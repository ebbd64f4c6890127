import type { Register } from '../../../nodes/shared/storage/register';
import type { Raw } from './raw';
import type { BenchSignals } from './signals';
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
		batch(time, true).map((number) => signals.stored(number)),
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

async function insertBare(
	raw: Raw,
	{ row, words, messageId }: ReturnType<BenchSignals['stored']>,
): Promise<void> {
	await raw.all('savepoint part');
	await raw.all('select * from signals where source_key = ?', [row.source_key]);
	await raw.all('select * from follow_ups where source_key = ?', [row.source_key]);
	await raw.all(
		'insert into reference_counters (year, last) values (?, 1) on conflict (year) do update set last = reference_counters.last + 1 returning last',
		[1900],
	);
	const columns = Object.keys(row);
	await raw.all(
		`insert into signals (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
		Object.values(row),
	);
	await raw.all('insert into mail_ids (message_id, signal_id) values (?, ?)', [messageId, row.id]);
	await raw.all('insert into search_documents (signal_id, words) values (?, ?)', [row.id, words]);
	await raw.all('insert into actions (signal_id, at, kind, actor, text) values (?, ?, ?, ?, ?)', [
		row.id,
		row.registered_at,
		'geregistreerd',
		'bench',
		`Ontvangen en geregistreerd als ${row.reference}.`,
	]);
	await raw.all('release part');
}
