import { join } from 'node:path';
import { Register } from '../../nodes/shared/storage/register';
import type { TestDatabase } from './register-databases';
import { temporaryFolder } from './temp-folder';

/** A register in SQLite for each test of a file. */
function inSqlite(): TestDatabase {
	const folder = temporaryFolder();
	let count = 0;
	return { fresh: async () => ({ databaseFile: join(folder, `register-${++count}.sqlite`) }) };
}

/** A register for each test of a file, with a clock that the test moves. */
export function registerPerTest(start = '2026-11-24T09:00:00Z', { fresh } = inSqlite()) {
	const here = { register: undefined as unknown as Register, now: new Date(start) };
	beforeEach(async () => {
		here.now = new Date(start);
		here.register = await Register.open(await fresh(), () => here.now);
	});
	afterEach(async () => await here.register.close());
	return {
		get register() {
			return here.register;
		},
		get pdc() {
			return here.register.pdc;
		},
		/** Lets this many days pass. */
		later(days: number) {
			here.now = new Date(here.now.getTime() + days * 86_400_000);
		},
	};
}
