import { join } from 'node:path';
import { CompiledQuery, type Compilable } from 'kysely';
import { openDatabase, type RegisterDatabase } from '../../../nodes/shared/storage/database';
import { dueCustomers } from '../../../nodes/shared/storage/updates/messages';
import { silentRows } from '../../../nodes/shared/storage/updates/silence';
import { temporaryFolder } from '../../support/temp-folder';

const NOW = '2026-11-09T10:00:00.000Z';
const databaseFile = join(temporaryFolder(), 'register.sqlite');
let db: RegisterDatabase;
beforeAll(async () => {
	db = await openDatabase({ databaseFile });
});
afterAll(async () => await db.destroy());

/** How SQLite goes about it, in its own words. */
async function plan(query: Compilable): Promise<string[]> {
	const { sql, parameters } = query.compile();
	const { rows } = await db.executeQuery<{ detail: string }>(
		CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]),
	);
	return rows.map(({ detail }) => detail);
}

it.each([
	['what is due', () => dueCustomers(db, NOW, 100), 'COVERING INDEX updates_due (state=? AND due_at<?)'],
	['who is silent', () => silentRows(db, NOW, 100), 'INDEX updates_supplier_due (supplier_due_at<?)'],
])('%s is found by an index, and no table is read from end to end', async (_, query, index) => {
	const steps = await plan(query());
	expect(steps[0]).toContain(`SEARCH updates USING ${index}`);
	expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});
