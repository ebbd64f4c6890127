import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { NoticeInput } from '../../../nodes/shared/domain/pdc/notice';
import type { NoticeFacts } from '../../../nodes/shared/storage/pdc-notices';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { postgresProgram, startPostgres, type PostgresForTests } from '../../support/postgres';
import { signalFor } from '../../support/signals';
import { temporaryFolder } from '../../support/temp-folder';

const folder = temporaryFolder();
const claim = { by: 'run 1', minutes: 10 };
const before = ['<1@x>', '<2@x>', '<3@x>'];
const NOTICE: NoticeInput = {
	kind: 'toegevoegd',
	code: 'NIEUW-1',
	supplier: 'FMH',
	changes: [{ field: 'name', from: '', to: 'Broodjeslunch' }],
	effectiveFrom: '2027-02-01',
	submittedBy: 'leverancier@dienstencentrum.example',
};
const FACTS: NoticeFacts = { baseVersion: 0, itemName: 'Broodjeslunch', portfolio: 'Catering', owner: null };
const LOG = { actor: 'test', kind: 'gevonden', text: '' };

async function registerAll(settings: RegisterSettings, messageIds: readonly string[]): Promise<void> {
	const register = await Register.open(settings);
	for (const id of messageIds) await register.register(signalFor(id), claim);
	await register.close();
}

/** The restored register has what was there at the backup, knows it, and goes on counting. */
async function expectGoesOn(restored: RegisterSettings): Promise<void> {
	const register = await Register.open(restored);
	const kept = await register.search({ limit: 10 });
	expect(kept.map(({ source }) => source.messageId).sort()).toEqual(before);
	const again = await register.register(signalFor('<2@x>'), { ...claim, by: 'run 2' });
	expect(again.outcome).not.toBe('new');
	const { signal } = await register.register(signalFor('<5@x>'), claim);
	expect(signal.reference).toMatch(/^R-\d{4}-000004$/);
	await register.close();
}

/** The statements that the document has people run after an old backup is put back, for this year. */
function statementsFor(year: string): string {
	const document = readFileSync(join(__dirname, '../../../docs/operations.md'), 'utf8');
	return /^```sql\n(.+?)^```/ms.exec(document)![1]!.replaceAll(/\(\d{4},/g, `(${year},`);
}

/** Of a backup of December: in that year it counts on, and in the next, of which it knows nothing, too. */
async function expectNewNumbers(
	settings: RegisterSettings,
	run: (statements: string) => void | Promise<unknown>,
): Promise<void> {
	const numbersAt = async (moment: string, messageIds: readonly string[]) => {
		const register = await Register.open(settings, () => new Date(moment));
		const numbers: (string | null)[] = [];
		for (const id of messageIds)
			numbers.push((await register.register(signalFor(id), claim)).signal.reference);
		const input = { ...NOTICE, code: `NIEUW-${moment.slice(0, 10)}` };
		const { notice } = await register.pdc.notices.add(input, FACTS, 'concept', LOG);
		await register.close();
		return [...numbers, notice.number];
	};
	const december = await numbersAt('2026-12-30T10:00:00Z', before);
	expect(december.slice(-2)).toEqual(['R-2026-000003', 'P-2026-000001']);

	await run(statementsFor('2026'));
	expect(await numbersAt('2026-12-31T10:00:00Z', ['<5@x>'])).toEqual(['R-2026-001004', 'P-2026-001002']);
	await run(statementsFor('2027'));
	expect(await numbersAt('2027-01-03T10:00:00Z', ['<6@x>'])).toEqual(['R-2027-001001', 'P-2027-001001']);
}

describe('backup and restore as docs/operations.md says it', () => {
	it('SQLite: a copy that is made while the register is in use', async () => {
		const databaseFile = join(folder, 'register.sqlite');
		const copy = join(folder, 'copy.sqlite');
		await registerAll({ databaseFile }, before);
		const inUse = await Register.open({ databaseFile });
		const database = new DatabaseSync(databaseFile);
		database.exec(`vacuum into '${copy}'`);
		database.close();
		await inUse.register(signalFor('<4@x>'), claim);
		await inUse.close();

		const restored = join(folder, 'restored.sqlite');
		copyFileSync(copy, restored);
		await expectGoesOn({ databaseFile: restored });
	});

	it('gives no number out again that was given out after the backup, on SQLite', async () => {
		const databaseFile = join(folder, 'old.sqlite');
		await expectNewNumbers({ databaseFile }, (statements) => {
			const database = new DatabaseSync(databaseFile);
			database.exec(statements);
			database.close();
		});
	});

	describe('PostgreSQL', () => {
		let postgres: PostgresForTests;
		beforeAll(async () => (postgres = await startPostgres()));
		afterAll(async () => await postgres?.stop());

		it('a dump that is made while the register is in use', async () => {
			const settings = await postgres.newDatabase();
			await registerAll(settings, before);
			const inUse = await Register.open(settings);
			const { host, port, user, password } = postgres;
			const on = ['--host', host, '--port', String(port), '--username', user];
			const env = { ...process.env, PGPASSWORD: password };
			const dump = join(folder, 'register.dump');
			execFileSync(
				postgresProgram('pg_dump'),
				[...on, '--format=custom', `--file=${dump}`, settings.databaseName!],
				{ env },
			);
			await inUse.register(signalFor('<4@x>'), claim);
			await inUse.close();

			const restored = await postgres.newDatabase();
			execFileSync(postgresProgram('pg_restore'), [...on, `--dbname=${restored.databaseName}`, dump], {
				env,
			});
			await expectGoesOn(restored);
		});

		it('gives no number out again that was given out after the backup', async () => {
			const settings = await postgres.newDatabase();
			await expectNewNumbers(settings, (statements) => postgres.run(statements, settings.databaseName));
		});
	});
});
