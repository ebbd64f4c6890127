import {
	attachedMail,
	file,
	html,
	mail,
	multipart,
	part,
	text,
	type Entity,
} from '../../../scripts/mail-corpus/compose';
import { signed, winmail } from '../../../scripts/mail-corpus/packers';
import { DEFAULT_LIMITS } from '../../../nodes/SignalMailbox/parse/limits';
import { signalOfMail } from '../../support/read-mail';

const some = <T>(count: number, one: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => one(index));

const oversize = (reason: string) => ({
	oversize: true,
	reasons: [{ flag: 'oversize', reason: expect.stringContaining(reason) as string }],
});

const photos = (count: number) => some(count, (index) => file(`${index}.jpg`, 'image/jpeg', `foto ${index}`));

const winmailOf = (count: number): Entity =>
	file(
		'winmail.dat',
		'application/ms-tnef',
		winmail(
			'De lift is stuk.',
			some(count, (index) => ({ name: `${index}.jpg`, content: `foto ${index}` })),
		),
	);

const asPart = ({ headers, body }: Entity): Buffer =>
	Buffer.concat([
		Buffer.from(headers.map(([name, value]) => `${name}: ${value}\r\n`).join('') + '\r\n'),
		body,
	]);

const signedOf = (entity: Entity): Entity =>
	file('smime.p7m', 'application/pkcs7-mime', signed(asPart(entity)));

describe('the parts of a mail', () => {
	it('are counted inside a winmail.dat too', async () => {
		const limits = { parts: 10 };
		const within = await signalOfMail(mail({}, multipart('mixed', winmailOf(7))), { limits });
		expect(within.signal).toMatchObject({ text: 'De lift is stuk.', flags: { oversize: false } });
		expect(within.signal.attachments).toHaveLength(7);

		const beyond = await signalOfMail(mail({}, multipart('mixed', winmailOf(8))), { limits });
		expect(beyond.signal).toMatchObject({ text: 'De lift is stuk.', flags: oversize('te veel onderdelen') });
		expect(beyond.signal.attachments.map(({ name }) => name)).toEqual(some(7, (index) => `${index}.jpg`));
		expect(beyond.files.attachment_6).toEqual(Buffer.from('foto 6'));
	});

	it('are counted in all that is packed in it together, and what is not opened stays a file', async () => {
		const source = mail({}, multipart('mixed', text('Zie de bijlagen.'), ...some(4, () => winmailOf(4))));
		const { signal } = await signalOfMail(source, { limits: { parts: 12 } });
		expect(signal.flags).toMatchObject(oversize('te veel onderdelen'));
		expect(signal.attachments.map(({ name }) => name)).toEqual([
			...some(4, (index) => `${index}.jpg`),
			...['0.jpg', '1.jpg'],
			...['winmail.dat', 'winmail.dat'],
		]);
	});

	it('are counted inside signed mail too', async () => {
		const inner = multipart('mixed', text('De lift is stuk.'), ...photos(20));
		const within = await signalOfMail(mail({}, signedOf(inner)), { limits: { parts: 23 } });
		expect(within.signal.flags).toMatchObject({ oversize: false });
		expect(within.signal.attachments).toHaveLength(20);

		const cut = await signalOfMail(mail({}, signedOf(inner)), { limits: { parts: 12 } });
		expect(cut.signal).toMatchObject({ text: 'De lift is stuk.', flags: oversize('te veel onderdelen') });
		expect(cut.signal.attachments).toHaveLength(9);

		const all = mail({}, multipart('mixed', ...some(5, () => signedOf(inner))));
		const { signal } = await signalOfMail(all, { limits: { parts: 30 } });
		expect(signal.flags).toMatchObject(oversize('te veel onderdelen'));
		expect(signal.attachments.map(({ name }) => name).slice(-3)).toEqual(some(3, () => 'smime.p7m'));
		expect(signal.attachments.length).toBeLessThan(30);
	});

	it('are counted in attached mails too, which stay whole as files', async () => {
		const attached = some(5, (index) =>
			mail({ subject: `Mail ${index}` }, multipart('mixed', text(`Tekst ${index}.`), ...photos(5))),
		);
		const source = mail({}, multipart('mixed', text('Zie de mails.'), ...attached.map(attachedMail)));
		expect((await signalOfMail(source)).signal.flags.oversize).toBe(false);
		const { signal, files } = await signalOfMail(source, { limits: { parts: 20 } });
		expect(signal.flags).toMatchObject(oversize('te veel onderdelen'));
		expect(signal.quotedText).toContain('Tekst 1.');
		expect(signal.quotedText).not.toContain('Tekst 3.');
		expect(some(5, (index) => files[`attachment_${index}`])).toEqual(attached);
	});

	it('bound the files of an item', async () => {
		const source = mail({}, multipart('mixed', ...some(3, () => winmailOf(400))));
		const { signal, files } = await signalOfMail(source);
		expect(signal.attachments.length).toBeLessThan(DEFAULT_LIMITS.parts);
		expect(Object.keys(files)).toHaveLength(signal.attachments.length + 1);
	});
});

describe('the text of a mail', () => {
	const limits = { textBytes: 1000 };
	const tooLong = oversize('de tekst is te lang');

	it('is bounded for all its parts together', async () => {
		const parts = some(10, (index) => text(`${index}`.repeat(300)));
		const { signal } = await signalOfMail(mail({}, multipart('mixed', ...parts)), { limits });
		expect(signal.text.replace(/\s/g, '')).toBe(
			'0'.repeat(300) + '1'.repeat(300) + '2'.repeat(300) + '3'.repeat(100),
		);
		expect(signal.flags).toMatchObject(tooLong);
		expect((await signalOfMail(mail({}, multipart('mixed', ...parts)))).signal.flags.oversize).toBe(false);
	});

	it('counts that of attached mails, after its own', async () => {
		const attached = some(4, (index) =>
			attachedMail(mail({ subject: `Mail ${index}` }, text(`${index}`.repeat(400)))),
		);
		const source = mail({}, multipart('mixed', ...attached, text('Zie de mails.')));
		const { signal } = await signalOfMail(source, { limits });
		expect(signal.text).toBe('Zie de mails.');
		expect(signal.quotedText.replace(/Mail \d|\s/g, '')).toBe(
			'0'.repeat(400) + '1'.repeat(400) + '2'.repeat(187),
		);
		expect(signal.flags).toMatchObject(tooLong);
	});

	it('does not count the form that is not read', async () => {
		const source = mail(
			{},
			multipart('alternative', text('De lift is stuk.'), html(`<p>${'lift '.repeat(1000)}</p>`)),
		);
		const { signal } = await signalOfMail(source, { limits });
		expect(signal).toMatchObject({ text: 'De lift is stuk.', flags: { oversize: false } });
	});

	it('is cut where its HTML grows, between two characters', async () => {
		const source = mail({}, html('<blockquote>'.repeat(6) + '😀<br>'.repeat(70)));
		const { signal } = await signalOfMail(source, { limits });
		expect((signal.text + signal.quotedText).length).toBeLessThanOrEqual(1000);
		expect(signal.text + signal.quotedText).toMatch(/😀/);
		expect((signal.text + signal.quotedText).isWellFormed()).toBe(true);
		expect(signal.flags).toMatchObject(tooLong);
	});

	it('is bounded where an appointment says it', async () => {
		const lines = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', `DESCRIPTION:${'lift '.repeat(400)}`, 'END:VEVENT', ''];
		const source = mail({}, part([['Content-Type', 'text/calendar']], lines.join('\n')));
		const { signal } = await signalOfMail(source, { limits });
		expect(signal.text).toHaveLength(999);
		expect(signal.flags).toMatchObject(tooLong);
	});

	it('is put together from each part once, looking at each part once', async () => {
		const parts = some(400, (index) => text(`Regel ${index % 399}.`));
		const replace = jest.spyOn(String.prototype, 'replace');
		try {
			const { signal } = await signalOfMail(mail({}, multipart('mixed', ...parts)));
			expect(signal.text.match(/Regel/g)).toHaveLength(399);
			expect(replace.mock.calls.length).toBeLessThan(400 * 50);
		} finally {
			replace.mockRestore();
		}
	});
});
