import { join } from 'node:path';
import type { RegisterSettings } from '../../nodes/shared/storage/settings';
import { startPostgres, type PostgresForTests } from './postgres';
import { temporaryFolder } from './temp-folder';

/** A database that a register can be kept in, for the tests of one `describe`. */
export interface TestDatabase {
	/** Settings of a register that is not there yet. */
	fresh: () => Promise<RegisterSettings>;
}

/** Registers in files of SQLite, in folders that are not there yet. */
export function inSqlite(): TestDatabase {
	const folder = temporaryFolder();
	let files = 0;
	return {
		fresh: async () => ({ databaseFile: join(folder, 'diep', 'erin', `register-${++files}.sqlite`) }),
	};
}

/**
 * Runs the same tests on every database that the register can be kept in. PostgreSQL is a server of their own,
 * that ends after the last one.
 */
export function onEveryDatabase(tests: (database: TestDatabase) => void): void {
	describe('on SQLite', () => tests(inSqlite()));
	describe('on PostgreSQL', () => {
		let server: PostgresForTests;
		beforeAll(async () => {
			server = await startPostgres();
		}, 60_000);
		afterAll(async () => await server.stop());
		tests({ fresh: () => server.newDatabase() });
	});
}
