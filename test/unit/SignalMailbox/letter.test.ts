import fc from 'fast-check';
import PostalMime from 'postal-mime';
import {
	composeLetter,
	forwardSubject,
	replySubject,
	type Letter,
} from '../../../nodes/SignalMailbox/send/letter';
import { sendingSettingsSchema } from '../../../nodes/SignalMailbox/send/sending-settings';

const plain = sendingSettingsSchema.parse({ fromName: 'Dienstencentrum' });
const letter: Letter = {
	kind: 'auto-replied',
	from: { name: 'Dienstencentrum', address: 'dc@dc.example' },
	to: ['jan@x.example'],
	subject: 'Re: Laptop [R-2026-000123]',
	text: 'Beste Jan,\n\nHet is klaar.',
	thread: ['<1@x>', '<2@x>'],
	reference: 'R-2026-000123',
	files: [],
};

async function composed(changes: Partial<Letter> = {}, sending = plain) {
	const raw = await composeLetter({ ...letter, ...changes }, '<antwoord@dc.example>', sending);
	const mail = await PostalMime.parse(raw);
	const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
	const head = raw.toString('latin1').split('\r\n\r\n')[0]!;
	return { raw, mail, headers, names: [...headers.keys()], lines: head.split('\r\n') };
}

const NAMES = [
	'auto-submitted',
	'content-type',
	'date',
	'from',
	'in-reply-to',
	'message-id',
	'mime-version',
	'references',
	'subject',
	'to',
	'x-auto-response-suppress',
	'x-regie',
];

describe('headers', () => {
	it('say that a machine wrote it, and what it answers', async () => {
		const { headers, names } = await composed();
		expect(names.sort()).toEqual(NAMES);
		expect(Object.fromEntries(headers)).toMatchObject({
			'auto-submitted': 'auto-replied',
			'x-auto-response-suppress': 'All',
			'in-reply-to': '<2@x>',
			references: '<1@x> <2@x>',
		});
	});

	it.each([
		['a line end and a header', 'Lift\r\nBcc: iemand@x.example\r\n\r\nNieuwe tekst'],
		['a bare line feed', 'Lift\nBcc: iemand@x.example'],
		['Unicode line ends', 'Lift\u2028Bcc: iemand@x.example\u0085X: y'],
		['an encoded word with a line end in it', '=?utf-8?Q?Lift=0D=0ABcc:_iemand@x.example?='],
		['direction marks', 'Lift \u202Egnp.exe'],
		['half a character', 'Lift \ud83d'],
		['20,000 characters', 'lift 🙂 '.repeat(2_500)],
	])('are not changed by a subject or a name with %s', async (_what, text) => {
		const { names, mail, lines } = await composed({
			subject: text,
			from: { name: text, address: 'dc@dc.example' },
		});
		expect(names.sort()).toEqual(NAMES);
		expect(mail.from?.address).toBe('dc@dc.example');
		expect(mail.text?.trim()).toBe(letter.text);
		expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(998);
	});

	it('hold whatever anybody writes in subject, name, text and file name', async () => {
		const anything = fc.string({ unit: 'binary', maxLength: 300 });
		await fc.assert(
			fc.asyncProperty(anything, anything, anything, async (subject, name, text) => {
				const { names, mail } = await composed({
					subject,
					from: { name, address: 'dc@dc.example' },
					text,
					files: [{ name, contentType: 'text/plain', content: Buffer.from(text) }],
				});
				// A subject of nothing visible is left out.
				expect(NAMES).toEqual(expect.arrayContaining(names));
				expect(mail.to?.map(({ address }) => address)).toEqual(['jan@x.example']);
				expect(mail.attachments).toHaveLength(1);
			}),
			{ numRuns: 200 },
		);
	});

	it('keep the first and the newest of a long conversation, and leave out what is no Message-ID', async () => {
		const ids = Array.from({ length: 500 }, (_, index) => `<${index}@x>`);
		const odd = ['geen', '<a b@x>', '<a\r\nBcc: c@x>', `<${'x'.repeat(2_000)}@x>`];
		const { headers } = await composed({ thread: [...ids, ...odd] });
		const references = headers.get('references')!.split(/\s+/);
		expect([references[0], references.at(-1), references.length]).toEqual(['<0@x>', '<499@x>', 20]);
		expect(headers.get('in-reply-to')).toBe('<499@x>');
	});

	it('ask for answers at a plus-address, only when that was chosen', async () => {
		const plus = sendingSettingsSchema.parse({ replyToWithReference: true });
		expect((await composed({}, plus)).headers.get('reply-to')).toBe('dc+R-2026-000123@dc.example');
		expect((await composed({ reference: null }, plus)).names).not.toContain('reply-to');
		expect((await composed()).names).not.toContain('reply-to');
	});
});

describe('subjects', () => {
	it('carry the reference once, also below a very long subject', () => {
		expect(replySubject('RE: Antw: Lift', 'R-2026-000123')).toBe('Re: Lift [R-2026-000123]');
		expect(forwardSubject('Lift [R-2026-000123]', 'R-2026-000123')).toBe('Fw: Lift [R-2026-000123]');
		expect(replySubject('x'.repeat(5_000), 'R-2026-000123')).toMatch(/^Re: x{199}… \[R-2026-000123\]$/);
		expect(replySubject('', null)).toBe('Re: uw bericht');
	});
});

describe('what it says', () => {
	const styled = sendingSettingsSchema.parse({
		organisation: 'Dienstencentrum & Co',
		department: 'Klantcontact',
		signature: 'Telefoon 070 123 45 67',
		houseColour: '#275937',
	});
	const text = [
		'Beste <script>alert(1)</script>,',
		'- eerste & tweede\n- derde',
		'> uw "woorden"\n> hier',
		'Groet,\nDienstencentrum, R-2026-000123',
	].join('\n\n');

	it('is the same in text and in HTML, in paragraphs, lists and quotations', async () => {
		const { mail } = await composed({ text }, styled);
		const footer = 'Dienstencentrum & Co\nKlantcontact\nTelefoon 070 123 45 67';
		expect(mail.text?.trim()).toBe(`${text}\n\n${footer}`);
		const html = mail.html!.replace(/ style="[^"]*"/g, '').replace(/<br>\n/g, '|');
		expect(html).toContain('<html lang="nl">');
		expect(html).toContain('<h1>Laptop [<span>R-2026-000123</span>]</h1>');
		expect(html).toContain('<p>Beste &lt;script&gt;alert(1)&lt;/script&gt;,</p>');
		expect(html).toContain('<ul><li>eerste &amp; tweede</li><li>derde</li></ul>');
		expect(html).toContain('<blockquote>uw &quot;woorden&quot;|hier</blockquote>');
		expect(html).toContain('<p>Groet,|Dienstencentrum, <span>R-2026-000123</span></p>');
		expect(html).toContain('<p>Dienstencentrum &amp; Co|Klantcontact|Telefoon 070 123 45 67</p>');
	});

	it('needs no images, scripts, style sheets or layout that Outlook lacks', async () => {
		const { mail } = await composed({ text }, styled);
		expect(mail.html).toContain('border-top:6px solid #275937');
		expect(mail.html).not.toMatch(/<(img|script|link|style)|flex|grid|https?:/);
	});

	it('refuses a colour that is none, which would end up in the HTML', () => {
		expect(() => sendingSettingsSchema.parse({ houseColour: 'red;"><script>' })).toThrow('#154273');
	});
});
