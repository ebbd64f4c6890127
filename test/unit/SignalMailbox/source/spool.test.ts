import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { MAX_IN_MEMORY_BYTES, removeLeftOvers, Spool } from '../../../../nodes/SignalMailbox/source/spool';
import { temporaryFolder } from '../../../support/temp-folder';

const parent = temporaryFolder();

const pieces = (bytes: number): Readable =>
	Readable.from(
		Array.from({ length: bytes / 1024 }, (_, index) => Buffer.alloc(1024, index)),
		{ objectMode: false },
	);

describe('the spool for large mails', () => {
	it('keeps a small mail in memory, and a large one on disk, byte for byte', async () => {
		const spool = new Spool(parent);
		for (const bytes of [1024, MAX_IN_MEMORY_BYTES, MAX_IN_MEMORY_BYTES * 4]) {
			const raw = await spool.hold(pieces(bytes));
			expect(raw.size).toBe(bytes);
			// More than once, as a parser may want to.
			const original = await buffer(pieces(bytes));
			const [once, again] = [await buffer(raw.open()), await buffer(raw.open())];
			expect([once.equals(original), again.equals(original)]).toEqual([true, true]);
			expect(readdirSync(parent)).toHaveLength(bytes > MAX_IN_MEMORY_BYTES ? 1 : 0);
			await spool.clear();
			expect(readdirSync(parent)).toEqual([]);
		}
	});

	it('leaves nothing behind when the mail breaks off', async () => {
		const spool = new Spool(parent);
		const broken = Readable.from(
			(async function* () {
				yield Buffer.alloc(MAX_IN_MEMORY_BYTES * 2);
				throw new Error('the line is cut');
			})(),
			{ objectMode: false },
		);
		await expect(spool.hold(broken)).rejects.toThrow('the line is cut');
		await spool.clear();
		expect(readdirSync(parent)).toEqual([]);
	});

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
		const spool = new Spool(parent);
		const raw = await spool.keep(pieces(1024));
		await removeLeftOvers(parent);
		expect(gone.map((folder) => existsSync(folder))).toEqual([false, false, false]);
		expect(kept.map((folder) => existsSync(folder))).toEqual([true, true, true]);
		expect((await buffer(raw.open())).length).toBe(1024);
		await spool.clear();
	});
});
