import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { postgresProgram, startPostgres, type PostgresForTests } from '../../support/postgres';
import { signalFor } from '../../support/signals';
import { temporaryFolder } from '../../support/temp-folder';

const folder = temporaryFolder();
const claim = { by: 'run 1', minutes: 10 };
const before = ['<1@x>', '<2@x>', '<3@x>'];

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

	it('gives no number out again that was given out after the backup', async () => {
		const databaseFile = join(folder, 'old.sqlite');
		await registerAll({ databaseFile }, before);
		const database = new DatabaseSync(databaseFile);
		database.exec('update reference_counters set last = last + 1000');
		database.close();
		const register = await Register.open({ databaseFile });
		const { signal } = await register.register(signalFor('<5@x>'), claim);
		expect(signal.reference).toMatch(/^R-\d{4}-001004$/);
		await register.close();
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
	});
});
