import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { attachedMail, file, mail, multipart, text } from '../../../scripts/mail-corpus/compose';
import { DEFAULT_LIMITS } from '../../../nodes/SignalMailbox/parse/limits';
import { parseMailSource, type ParsedMail } from '../../../nodes/SignalMailbox/parse/mail-source';
import { Spool } from '../../../nodes/SignalMailbox/parse/mime/spool';
import { mailToSignal } from '../../../nodes/SignalMailbox/parse/to-signal';
import { mailInMemory } from '../../../nodes/SignalMailbox/raw-mail';
import { readMail, signalOfMail, TEST_MAILBOX } from '../../support/read-mail';
import { temporaryFolder } from '../../support/temp-folder';

const photo = (bytes: number) =>
	mail({}, multipart('mixed', text('Zie de foto.'), file('foto.jpg', 'image/jpeg', Buffer.alloc(bytes, 7))));

/** Other tests put mail aside at the same time; here it has a folder of its own. */
const temporary = temporaryFolder();
const read = (source: Buffer, changes: object = {}) =>
	readMail(source, { temporaryFolder: temporary, ...changes });
const signalOf = (source: Buffer, changes: object = {}) =>
	signalOfMail(source, { temporaryFolder: temporary, ...changes });
afterEach(() => expect(readdirSync(temporary)).toEqual([]));

describe('a mail that is large', () => {
	it('gives its files from disk, its source as it came, and clears up after itself', async () => {
		const source = photo(300_000);
		const { signal, files } = await signalOf(source);
		expect(files.attachment_0).toEqual(Buffer.alloc(300_000, 7));
		expect(files.source).toEqual(source);
		expect(signal.attachments).toMatchObject([
			{ name: 'foto.jpg', size: 300_000, binaryKey: 'attachment_0' },
		]);
	});

	it.each([
		['the mail', { mailBytes: 1000 }, 'de mail is'],
		['the attachment', { attachmentBytes: 1000 }, 'bijlage foto.jpg is'],
	])(
		'reads the text and leaves the file in the source where %s is too large',
		async (_what, limits, reason) => {
			const { signal, files } = await signalOf(photo(5000), { limits });
			expect(signal).toMatchObject({
				text: 'Zie de foto.',
				flags: {
					oversize: true,
					reasons: [{ flag: 'oversize', reason: expect.stringContaining(reason) as string }],
				},
				attachments: [{ name: 'foto.jpg', size: 5000, binaryKey: null }],
			});
			expect(Object.keys(files)).toEqual(['source']);
		},
	);

	it('cuts a text that is too long between two characters, and says so', async () => {
		const { signal } = await signalOf(mail({}, text('é'.repeat(1000))), { limits: { textBytes: 101 } });
		expect(signal.text).toBe('é'.repeat(50));
		expect(signal.flags).toMatchObject({ oversize: true, unparseable: false });
	});

	it('takes no files along when they are not wanted, but always the source', async () => {
		const { signal, files } = await signalOf(photo(10), { keepFiles: false });
		expect(signal.attachments).toMatchObject([{ name: 'foto.jpg', size: 10, binaryKey: null }]);
		expect(signal.flags.oversize).toBe(false);
		expect(Object.keys(files)).toEqual(['source']);
	});

	it('reads mails within mails to a depth, and keeps the rest as files', async () => {
		let nested = mail({ subject: 'Kern' }, text('In de kern.'));
		for (let depth = 0; depth < 10; depth++) {
			nested = mail(
				{ subject: `Schil ${depth}` },
				multipart('mixed', text(`Laag ${depth}.`), attachedMail(nested)),
			);
		}
		const { signal, files } = await signalOf(nested);
		expect(signal.text).toBe('Laag 9.');
		expect(signal.attachments).toHaveLength(1);
		expect(files.attachment_0!.toString()).toContain('In de kern.');

		const spool = new Spool(temporary);
		const levels = (parsed: ParsedMail): number =>
			parsed.attachedMails.reduce((most, attached) => Math.max(most, 1 + levels(attached)), 0);
		for (const depth of [0, 2, DEFAULT_LIMITS.depth]) {
			const limits = { ...DEFAULT_LIMITS, depth };
			const parsed = await parseMailSource(mailInMemory(nested), { spool, limits, keepFiles: true });
			expect(levels(parsed!)).toBe(depth);
		}
		await spool.dispose();
	});

	it('passes on what the source throws halfway, and leaves nothing behind', async () => {
		const source = photo(300_000);
		const broken = {
			size: source.length,
			open: () =>
				Readable.from(
					(function* () {
						yield source.subarray(0, 250_000);
						throw new Error('The connection is gone');
					})(),
				),
		};
		const fetched = { uid: 1, receivedAt: null, content: { kind: 'raw', raw: broken } } as const;
		await expect(mailToSignal(fetched, { ...TEST_MAILBOX, temporaryFolder: temporary })).rejects.toThrow(
			'The connection is gone',
		);
	});

	it('passes on what the disk throws', async () => {
		const nowhere = { temporaryFolder: join(temporary, 'weg') };
		await expect(read(photo(300_000), nowhere)).rejects.toThrow('ENOENT');
		expect((await signalOf(photo(10), nowhere)).signal.attachments).toHaveLength(1);
	});

	it('keeps its files until it is told that they were read', async () => {
		const { files, dispose } = await read(photo(300_000));
		expect(readdirSync(temporary)).toHaveLength(1);
		const stream = files[0]!.open();
		stream.on('error', () => undefined);
		await new Promise((resolve) => stream.once('readable', resolve));
		stream.destroy();
		await dispose();
		await expect(files[0]!.open().toArray()).rejects.toThrow('ENOENT');
	});
});
