import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the tests of one file, removed after the last one. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'regie-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
