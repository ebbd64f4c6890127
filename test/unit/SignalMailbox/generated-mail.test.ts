import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { signalSchema } from '../../../nodes/shared/domain/signal';
import { CLIENTS, EARLIER } from '../../../scripts/mail-corpus/clients';
import { file, html, mail, multipart, text, word } from '../../../scripts/mail-corpus/compose';
import { mailInPieces, signalOfMail } from '../../support/read-mail';

const FOLDER = join(__dirname, '..', '..', 'corpus', 'mails');
const CORPUS = readdirSync(FOLDER)
	.filter((name) => name.endsWith('.eml'))
	.map((name) => readFileSync(join(FOLDER, name)))
	.filter(({ length }) => length < 50_000);

/** Sentences that no mail program's mark can be mistaken for. */
const SENTENCES = [
	'De lift in gebouw C is stuk.',
	'Het café was gisteren té vroeg dicht.',
	'Kunt u dat nakijken?',
	'Ik wacht al sinds vorige week op een antwoord.',
	'Kosten: 12,50 per persoon, dat is veel.',
	'Op dinsdag kwam er niemand.',
	'Van wie is de fiets voor de deur?',
];
const paragraph = fc
	.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 })
	.map((all) => all.join(' '));
const message = fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((all) => all.join('\n\n'));
const fileName = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,30}\.(pdf|jpg|docx)$/);
const attachment = fc.record({ name: fileName, content: fc.uint8Array({ maxLength: 5000 }) });
const encoding = fc.constantFrom('8bit', 'quoted-printable', 'base64') as fc.Arbitrary<'8bit'>;
const charset = fc.constantFrom(
	'utf-8',
	'iso-8859-1',
	'iso-8859-15',
	'windows-1252',
) as fc.Arbitrary<'utf-8'>;

describe('a mail that is put together', () => {
	it('gives back its text, subject, sender and files, however it is encoded', async () => {
		const shape = fc.record({
			body: message,
			subject: paragraph,
			name: fc.constantFrom('Sanne Bakker', 'Zoë Ünal', 'Vries, Jan de'),
			attachments: fc.array(attachment, { maxLength: 3 }),
			withHtml: fc.boolean(),
			nested: fc.boolean(),
			encoding,
			charset,
		});
		await fc.assert(
			fc.asyncProperty(shape, async ({ body, subject, name, attachments, withHtml, nested, ...coding }) => {
				const plain = text(body, coding);
				const page = html(`<p>${body.replaceAll('\n\n', '</p><p>')}</p>`, coding);
				const content = withHtml ? multipart('alternative', plain, page) : plain;
				const parts = attachments.map((one) => file(one.name, 'application/pdf', Buffer.from(one.content)));
				const whole = attachments.length > 0 ? multipart('mixed', content, ...parts) : content;
				const from = `${word(name).startsWith('=') ? word(name) : `"${name}"`} <Iemand@Klant.example>`;
				const source = mail({ from, subject }, nested ? multipart('mixed', whole) : whole);
				const { signal, files } = await signalOfMail(source);
				expect(signal).toMatchObject({
					text: body,
					quotedText: '',
					subject,
					customer: { name, email: 'iemand@klant.example' },
				});
				expect(signal.attachments.map((one) => one.name)).toEqual(attachments.map((one) => one.name));
				for (const [index, one] of attachments.entries()) {
					expect(files[`attachment_${index}`]).toEqual(Buffer.from(one.content));
				}
				expect(files.source).toEqual(source);
			}),
			{ numRuns: 150 },
		);
	});

	it('gives back what is new and what is quoted, whatever mail program answers', async () => {
		const answer = fc.tuple(fc.constantFrom(...Object.keys(CLIENTS)), message, message);
		await fc.assert(
			fc.asyncProperty(answer, async ([client, own, earlier]) => {
				const { entity } = CLIENTS[client]!(own, { ...EARLIER, body: earlier });
				const { signal } = await signalOfMail(mail({ subject: 'RE: Lift' }, entity));
				expect(signal.text).toBe(own);
				const words = signal.quotedText.replace(/[\s>]+/g, ' ');
				expect(words).toContain(earlier.replace(/\s+/g, ' '));
			}),
			{ numRuns: 300 },
		);
	});
});

/** Pieces that mean something where they come to stand. */
const FRAGMENTS = [
	...['\r\n', '\r\n\r\n', '--', '>', '=', '"', '<', '\0', '=?utf-8?Q?', 'Van: ', 'From: ', '; format=flowed'],
	...['boundary=', '; charset=utf-16', 'Content-Type: multipart/mixed; boundary=x\r\n', '\r\n--x\r\n'],
	...['Content-Type: message/rfc822\r\n', 'Content-Type: application/ms-tnef\r\n'],
	...['Content-Type: application/pkcs7-mime\r\n', 'Content-Transfer-Encoding: base64\r\n'],
];
const place = fc.double({ min: 0, max: 1, noNaN: true });
const inserted = fc.oneof(
	fc.uint8Array({ maxLength: 12 }),
	fc.constantFrom(...FRAGMENTS).map((piece) => new Uint8Array(Buffer.from(piece))),
);

const mutation = fc.record({
	mail: fc.nat({ max: CORPUS.length - 1 }),
	keep: place,
	changes: fc.array(fc.tuple(place, inserted), { maxLength: 8 }),
	doubled: fc.boolean(),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate({ mail: index, keep, changes, doubled }: Mutation): Buffer {
	let source = Buffer.from(
		CORPUS[index]!.subarray(0, Math.ceil(CORPUS[index]!.length * Math.max(keep, 0.2))),
	);
	for (const [place, bytes] of changes) {
		const at = Math.floor(place * source.length);
		source = Buffer.concat([
			source.subarray(0, at),
			bytes,
			source.subarray(at + Math.floor(bytes.length / 2)),
		]);
	}
	return doubled ? Buffer.concat([source, source]) : source;
}

describe('a mail that is damaged', () => {
	it('always gives a signal, with its source', async () => {
		await fc.assert(
			fc.asyncProperty(mutation, async (damage) => {
				const source = mutate(damage);
				const { signal, files } = await signalOfMail(source);
				expect(signalSchema.parse(signal)).toEqual(signal);
				// Databases refuse it.
				expect(JSON.stringify(signal)).not.toContain('\\u0000');
				expect(files.source).toEqual(source);
			}),
			{ numRuns: 1000 },
		);
	}, 60_000);

	it('always gives a signal for bytes that are no mail', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
				const { signal, files } = await signalOfMail(Buffer.from(bytes));
				expect(signalSchema.parse(signal)).toEqual(signal);
				expect(files.source).toEqual(Buffer.from(bytes));
			}),
			{ numRuns: 300 },
		);
	});

	it('reads the same mail the same way every time, whole or in pieces', async () => {
		await fc.assert(
			fc.asyncProperty(mutation, fc.integer({ min: 1, max: 2000 }), async (damage, bytes) => {
				const source = mutate(damage);
				const whole = await signalOfMail(source);
				expect(await signalOfMail(source)).toEqual(whole);
				expect(await signalOfMail(mailInPieces(source, bytes))).toEqual(whole);
			}),
			{ numRuns: 100 },
		);
	}, 30_000);
});

/** Each is repeated to 200 kB, in the header and in a HTML body. */
const HOSTILE = [
	'=?utf-8?Q?',
	'=?',
	'"',
	'(',
	'<',
	'<a@b',
	',',
	';',
	'<div>',
	'<b',
	'&',
	'<td>',
	'<a>',
	'<a href="http:">a ',
	'<blockquote>',
	'<blockquote>a<br>',
	'<ul><li>',
	'<ol><li>a<br>',
	'<!--',
	'<p style="',
	'cid:',
];

describe('a mail that is meant to keep the reader busy', () => {
	it.each(HOSTILE)('is read all the same: %j', async (piece) => {
		const long = piece.repeat(Math.ceil(200_000 / piece.length));
		const headers = (['Subject', 'From', 'To', 'References', 'Content-Disposition', 'Date'] as const).map(
			(name) => [name, long.slice(0, 60_000)] as const,
		);
		for (const source of [
			mail({ from: '', subject: '', more: headers }, text('De lamp is stuk.')),
			mail({}, html(`<p>De lamp is stuk.</p>${long}`, { encoding: '8bit' })),
		]) {
			const { signal } = await signalOfMail(source);
			expect(signalSchema.parse(signal)).toEqual(signal);
		}
	});
});
