import {
	existsSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { folderSource } from '../../../nodes/SignalMailbox/folder/folder-source';
import type { OpenMailbox, PutAwayMode } from '../../../nodes/SignalMailbox/source/mail-source';
import { temporaryFolder } from '../../support/temp-folder';

const all = temporaryFolder();
let root: string;
/** Lies beside the base folder: nothing may reach it. */
let outside: string;

beforeEach(() => {
	root = join(mkdtempSync(join(all, 'proef-')), 'basis');
	outside = join(dirname(root), 'buiten');
	mkdirSync(root);
	mkdirSync(outside);
	put(join(outside, 'geheim.eml'), 'geheim');
});

/** A file that was written some time ago. */
function put(path: string, content: string, minutesAgo = 10): void {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content);
	const time = Date.now() / 1000 - minutesAgo * 60;
	utimesSync(path, time, time);
}

const open = async <T>(work: (mailbox: OpenMailbox) => Promise<T>, baseFolder = root): Promise<T> =>
	await folderSource({ baseFolder }).open(work);

/** Name and content of what waits, oldest first. */
const read = async (folder = '.') =>
	await open(async (mailbox) => {
		const mails = (await mailbox.list(folder, {})).sort((a, b) => (a.position < b.position ? -1 : 1));
		const found: [string, string][] = [];
		for await (const { mail, outcome } of mailbox.fetch(folder, mails)) {
			if (mail.location.source !== 'folder' || outcome === 'gone' || outcome instanceof Error) continue;
			if (outcome.content.kind === 'raw') {
				found.push([mail.location.file, await text(outcome.content.raw.open())]);
			}
		}
		return found;
	});

const MOVE: PutAwayMode = { kind: 'move', target: 'Verwerkt' };

const putAway = async (file: string, { folder = '.', mode = MOVE } = {}) =>
	(await open((mailbox) => mailbox.putAway([{ source: 'folder', folder, file }], mode)))[0];

describe('a folder of mail files', () => {
	it('gives its .eml files, oldest first, and nothing else', async () => {
		put(join(root, 'b.eml'), 'eerste', 30);
		put(join(root, 'a.EML'), 'tweede', 20);
		put(join(root, 'nog-bezig.eml'), 'wordt geschreven', 0);
		put(join(root, 'lijst.csv'), 'geen mail');
		put(join(root, '.verborgen.eml'), 'niet');
		put(join(root, 'Sub', 'c.eml'), 'derde');
		expect(await read()).toEqual([
			['b.eml', 'eerste'],
			['a.EML', 'tweede'],
		]);
		expect(await read('Sub')).toEqual([['c.eml', 'derde']]);
	});

	it('gives what is in new and cur of a Maildir', async () => {
		put(join(root, 'new', '1.host'), 'nieuw', 20);
		put(join(root, 'cur', '2.host:2,S'), 'gezien', 30);
		put(join(root, 'tmp', '3.host'), 'half');
		expect(await read()).toEqual([
			['cur/2.host:2,S', 'gezien'],
			['new/1.host', 'nieuw'],
		]);
		expect(await putAway('cur/2.host:2,S')).toBe('moved');
		expect(readdirSync(join(root, 'Verwerkt', 'cur'))).toEqual(['2.host:2,S']);
	});

	it('says so when the folder is not there', async () => {
		await expect(read('Weg')).rejects.toThrow('There is no folder "Weg" in the base folder');
		await expect(open((mailbox) => mailbox.list('.', {}), join(root, 'weg'))).rejects.toThrow(
			'cannot be opened',
		);
		await expect(open((mailbox) => mailbox.list('.', {}), 'niet/volledig')).rejects.toThrow(
			'is no full path',
		);
	});
});

describe('putting a file away', () => {
	const away = () => readdirSync(join(root, 'Verwerkt')).sort();

	it('moves it, and finds no fault when that was done before', async () => {
		put(join(root, 'een.eml'), 'een');
		expect([await putAway('een.eml'), await putAway('een.eml')]).toEqual(['moved', 'already-gone']);
		expect([away(), existsSync(join(root, 'een.eml'))]).toEqual([['een.eml'], false]);
	});

	it('never writes over another file', async () => {
		for (const content of ['een', 'twee', 'drie']) {
			put(join(root, 'mail.eml'), content);
			expect(await putAway('mail.eml')).toBe('moved');
		}
		expect(away().map((name) => readFileSync(join(root, 'Verwerkt', name), 'utf8'))).toEqual([
			'twee',
			'drie',
			'een',
		]);
	});

	it('finishes what an earlier run was killed in the middle of', async () => {
		put(join(root, 'een.eml'), 'een');
		mkdirSync(join(root, 'Verwerkt'));
		linkSync(join(root, 'een.eml'), join(root, 'Verwerkt', 'een.eml'));
		expect(await putAway('een.eml')).toBe('moved');
		expect([away(), existsSync(join(root, 'een.eml'))]).toEqual([['een.eml'], false]);
	});

	it('does not move it to where it is, and cannot mark it', async () => {
		put(join(root, 'een.eml'), 'een');
		const here = await putAway('een.eml', { mode: { kind: 'move', target: '.' } });
		expect(here).toMatchObject({ message: expect.stringContaining('already') as string });
		await expect(putAway('een.eml', { mode: { kind: 'flag', keyword: 'x' } as never })).rejects.toThrow(
			'cannot be marked',
		);
	});
});

describe('what lies outside the base folder', () => {
	it('cannot be listed, by a path or through a link', async () => {
		symlinkSync(outside, join(root, 'link'));
		for (const folder of ['..', '../buiten', outside, 'link', 'link/../../buiten']) {
			await expect(read(folder)).rejects.toThrow('is outside the base folder');
		}
	});

	it('cannot be read through a link that stands for a file, also when it is put there later', async () => {
		symlinkSync(join(outside, 'geheim.eml'), join(root, 'link.eml'));
		expect(await read()).toEqual([]);
		put(join(root, 'echt.eml'), 'echt');
		const reading = open(async (mailbox) => {
			const mails = await mailbox.list('.', {});
			for await (const { outcome } of mailbox.fetch('.', mails)) {
				if (outcome === 'gone' || outcome instanceof Error || outcome.content.kind !== 'raw') continue;
				await putAway('echt.eml');
				symlinkSync(join(outside, 'geheim.eml'), join(root, 'echt.eml'));
				return await text(outcome.content.raw.open());
			}
			return undefined;
		});
		await expect(reading).rejects.toMatchObject({ code: 'ELOOP' });
	});

	it('cannot be moved, or moved to', async () => {
		put(join(root, 'een.eml'), 'een');
		symlinkSync(outside, join(root, 'link'));
		for (const file of ['../buiten/geheim.eml', 'link/geheim.eml', '..']) {
			expect(await putAway(file)).toBeInstanceOf(Error);
		}
		expect(await putAway('geheim.eml', { folder: 'link' })).toBeInstanceOf(Error);
		await expect(putAway('een.eml', { mode: { kind: 'move', target: '../buiten' } })).rejects.toThrow(
			'outside',
		);
		for (const target of ['link', 'link/nieuw']) {
			expect(await putAway('een.eml', { mode: { kind: 'move', target } })).toMatchObject({
				message: expect.stringContaining('outside') as string,
			});
		}
		expect([readdirSync(outside), existsSync(join(root, 'een.eml'))]).toEqual([['geheim.eml'], true]);
	});
});
