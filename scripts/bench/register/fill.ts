import type { BenchSignals } from './signals';
import type { Raw } from './raw';

const BATCH = 500;

/** Fills the tables of a register as registering would have done, but many rows at a time. */
export async function fill(
	raw: Raw,
	signals: BenchSignals,
	count: number,
	say: (line: string) => void,
): Promise<void> {
	for (let first = 1; first <= count; first += BATCH) {
		const numbers = Array.from({ length: Math.min(BATCH, count - first + 1) }, (_, index) => first + index);
		const stored = numbers.map((number) => signals.stored(number));
		await raw.transaction(async () => {
			await insertMany(
				raw,
				'signals',
				stored.map(({ row }) => row),
			);
			const of = ({ row }: (typeof stored)[number]) => ({ signal_id: row.id });
			await insertMany(
				raw,
				'mail_ids',
				stored.map((one) => ({ message_id: one.messageId, ...of(one) })),
			);
			await insertMany(
				raw,
				'search_documents',
				stored.map((one) => ({ ...of(one), words: one.words })),
			);
			await insertMany(
				raw,
				'actions',
				stored.map((one) => ({
					...of(one),
					at: one.row.registered_at,
					kind: 'geregistreerd',
					actor: 'bench',
					text: `Ontvangen en geregistreerd als ${one.row.reference}.`,
				})),
			);
		});
		if ((first - 1) % (BATCH * 200) === 0) say(`   ${first - 1} van ${count}`);
	}
}

async function insertMany(raw: Raw, table: string, rows: readonly object[]): Promise<void> {
	const columns = Object.keys(rows[0]!);
	const line = `(${columns.map(() => '?').join(', ')})`;
	await raw.all(
		`insert into ${table} (${columns.join(', ')}) values ${rows.map(() => line).join(', ')}`,
		rows.flatMap((row) => Object.values(row)),
	);
}
