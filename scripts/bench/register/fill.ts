import type { BenchSignals, StoredRows } from './signals';
import type { Raw } from './raw';

const BATCH = 500;

/**
 * Fills the tables of registers with the same, as registering and handling would have done, but many rows at a time, and with their
 * indexes made afterwards.
 */
export async function fill(
	raws: readonly Raw[],
	signals: BenchSignals,
	count: number,
	say: (line: string) => void,
): Promise<void> {
	const finish = await Promise.all(raws.map((raw) => raw.withoutIndexes()));
	for (let first = 1; first <= count; first += BATCH) {
		const tables: StoredRows = {};
		for (let number = first; number < first + BATCH && number <= count; number++) {
			for (const [table, rows] of Object.entries(signals.stored(number))) {
				(tables[table] ??= []).push(...rows);
			}
		}
		await Promise.all(raws.map((raw) => insertAll(raw, tables)));
		if ((first - 1) % (BATCH * 200) === 0) say(`   ${first - 1} van ${count}`);
	}
	say('   indexen maken');
	await Promise.all(finish.map((make) => make()));
}

async function insertAll(raw: Raw, tables: StoredRows): Promise<void> {
	await raw.transaction(async () => {
		for (const [table, rows] of Object.entries(tables)) {
			if (rows.length > 0) await insertMany(raw, table, rows);
		}
	});
}

async function insertMany(raw: Raw, table: string, rows: readonly object[]): Promise<void> {
	const columns = Object.keys(rows[0]!);
	const line = `(${columns.map(() => '?').join(', ')})`;
	await raw.all(
		`insert into ${table} (${columns.join(', ')}) values ${rows.map(() => line).join(', ')}`,
		rows.flatMap((row) => Object.values(row) as unknown[]),
	);
}
