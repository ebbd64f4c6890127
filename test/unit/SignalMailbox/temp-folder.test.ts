import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import {
	makeTemporaryFolder,
	removeLeftOvers,
	removeTemporaryFolder,
} from '../../../nodes/SignalMailbox/temp-folder';
import { temporaryFolder } from '../../support/temp-folder';

const parent = temporaryFolder();

describe('temporary folders', () => {
	it('removes what a killed process left, and nothing that is in use', async () => {
		const host = hostname().replace(/[^\w.]/g, '_');
		const { pid: ended } = spawnSync('true');
		const make = (name: string, daysAgo = 0) => {
			const folder = join(parent, name);
			mkdirSync(folder);
			writeFileSync(join(folder, '1.eml'), 'rest');
			const time = Date.now() / 1000 - daysAgo * 24 * 60 * 60;
			utimesSync(folder, time, time);
			return folder;
		};
		const gone = [
			make(`regie-mail-${host}-${ended}-abc123`),
			// As n8n in a container, started anew under the same number.
			make(`regie-mail-${host}-${process.pid}-abc123`),
			make('regie-mail-andere_host-1-abc123', 2),
		];
		const kept = [
			make(`regie-mail-${host}-${process.ppid}-abc123`),
			make('regie-mail-andere_host-1-abc124'),
			make('iets-anders', 9),
		];
		const inUse = await makeTemporaryFolder(parent);
		await removeLeftOvers(parent);
		expect(gone.map((folder) => existsSync(folder))).toEqual([false, false, false]);
		expect(kept.map((folder) => existsSync(folder))).toEqual([true, true, true]);
		expect(existsSync(inUse)).toBe(true);
		await removeTemporaryFolder(inUse);
		expect(existsSync(inUse)).toBe(false);
	});
});
