import { mail, multipart, file, text, html, type Envelope } from '../../../scripts/mail-corpus/compose';
import { signalOfMail } from '../../support/read-mail';

const BODY = 'De lift is stuk.\n\nHet café ook.';
const keyOf = async (source: Buffer) => (await signalOfMail(source)).signal.source.key;
const withText = (envelope: Envelope = {}, body = BODY) => mail(envelope, text(body));

describe('the key of a mail', () => {
	it('is the same for a copy through another alias, a second delivery and another encoding', async () => {
		const original = await keyOf(withText());
		const copies = [
			withText({ to: 'klachten@dienstencentrum.example', top: [['Delivered-To', 'klachten@dc.example']] }),
			withText({
				top: [['Received', 'from a by b; Tue, 3 Mar 2026 11:00:00 +0100']],
				more: [['X-Spam', 'no']],
			}),
			mail({}, text(BODY, { encoding: 'base64' })),
			mail({}, text(BODY, { charset: 'iso-8859-1', encoding: '8bit' })),
			mail({ subject: '', more: [['Subject', '=?utf-8?Q?Melding?=']] }, text(`${BODY}\n\n`)),
		];
		for (const copy of copies) expect(await keyOf(copy)).toBe(original);
	});

	it('differs for another mail with the same Message-ID', async () => {
		const photo = (content: string) =>
			mail({}, multipart('mixed', text(BODY), file('scan.pdf', 'application/pdf', content)));
		const sources = [
			withText(),
			withText({}, 'De deur is stuk.'),
			withText({ subject: 'Iets anders' }),
			photo('een'),
			photo('twee'),
		];
		const keys = await Promise.all(sources.map(keyOf));
		expect(new Set(keys).size).toBe(sources.length);
	});

	it('follows from content, sender and date where there is no Message-ID', async () => {
		const original = await keyOf(withText({ id: null }));
		expect(await keyOf(withText({ id: null, top: [['Received', 'from x by y; now']] }))).toBe(original);
		const others = [
			withText({ id: null, from: 'Emre <emre@minbox.example>' }),
			withText({ id: null, date: 'Wed, 4 Mar 2026 10:12:44 +0100' }),
			withText({ id: null }, 'Iets anders'),
			withText(),
		];
		for (const other of others) expect(await keyOf(other)).not.toBe(original);
	});

	it('does not change when files are left out, and sees a file that is too large to take along', async () => {
		const photo = (content: string) =>
			mail({}, multipart('mixed', html('<p>Zie foto</p>'), file('a.jpg', 'image/jpeg', content)));
		const key = async (content: string, changes: object) =>
			(await signalOfMail(photo(content), changes)).signal.source.key;
		const whole = await key('een', {});
		expect(await key('een', { keepFiles: false })).toBe(whole);
		expect(await key('een', { limits: { attachmentBytes: 1 } })).toBe(whole);
		expect(await key('een', { limits: { mailBytes: 1 } })).toBe(whole);
		expect(await key('twee', { limits: { mailBytes: 1 } })).not.toBe(whole);
	});
});
