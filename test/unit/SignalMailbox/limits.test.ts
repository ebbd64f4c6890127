import { readdirSync } from 'node:fs';
import { attachedMail, file, mail, multipart, text } from '../../../scripts/mail-corpus/compose';
import { mailToSignal } from '../../../nodes/SignalMailbox/parse/to-signal';
import { readMail, signalOfMail, TEST_MAILBOX } from '../../support/read-mail';
import { temporaryFolder } from '../../support/temp-folder';

const photo = (bytes: number) =>
	mail({}, multipart('mixed', text('Zie de foto.'), file('foto.jpg', 'image/jpeg', Buffer.alloc(bytes, 7))));

/** Other tests put mail aside at the same time; here they have a folder of their own. */
const temporary = temporaryFolder();
const normal = process.env.TMPDIR;
beforeAll(() => (process.env.TMPDIR = temporary));
afterAll(() => {
	if (normal === undefined) delete process.env.TMPDIR;
	else process.env.TMPDIR = normal;
});
afterEach(() => expect(readdirSync(temporary)).toEqual([]));

describe('a mail that is large', () => {
	it('gives its files from disk, its source as it came, and clears up after itself', async () => {
		const source = photo(300_000);
		const { signal, files } = await signalOfMail(source);
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
			const { signal, files } = await signalOfMail(photo(5000), { limits });
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
		const { signal } = await signalOfMail(mail({}, text('é'.repeat(1000))), { limits: { textBytes: 101 } });
		expect(signal.text).toBe('é'.repeat(50));
		expect(signal.flags).toMatchObject({ oversize: true, unparseable: false });
	});

	it('takes no files along when they are not wanted, but always the source', async () => {
		const { signal, files } = await signalOfMail(photo(10), { keepFiles: false });
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
		const { signal } = await signalOfMail(nested);
		expect(signal.text).toBe('Laag 9.');
		expect(signal.attachments).toHaveLength(1);
	});

	it('passes on what the disk or the source throws, and leaves nothing behind', async () => {
		const broken = {
			size: 10,
			open: () => {
				throw new Error('The disk is gone');
			},
		};
		const mailOnDisk = { uid: 1, receivedAt: null, content: { kind: 'raw', raw: broken } } as const;
		await expect(mailToSignal(mailOnDisk, TEST_MAILBOX)).rejects.toThrow('The disk is gone');
	});

	it('keeps its files until it is told that they were read', async () => {
		const { files, dispose } = await readMail(photo(300_000));
		const stream = files[0]!.open();
		stream.on('error', () => undefined);
		await new Promise((resolve) => stream.once('readable', resolve));
		stream.destroy();
		await dispose();
		await expect(files[0]!.open().toArray()).rejects.toThrow('ENOENT');
	});
});
