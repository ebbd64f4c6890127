import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { buffer } from 'node:stream/consumers';
import { daysOf, monthEntries } from '../../../nodes/SignalRegister/archive/month-archive';
import { safeName } from '../../../nodes/SignalRegister/archive/safe-name';
import { messageIdOf } from '../../../nodes/SignalRegister/archive/source-mails';
import { zipOf } from '../../../nodes/SignalRegister/archive/zip';
import type { Signal } from '../../../nodes/shared/domain/signal';
import { Register } from '../../../nodes/shared/storage/register';
import { houseStyleSchema } from '../../../nodes/shared/style/house-style';
import { onEveryDatabase } from '../../support/register-databases';
import { signalFor, ticketFor } from '../../support/signals';

const NOW = new Date('2026-11-20T10:00:00Z');
const claim = { by: 'intake', minutes: 10 };

onEveryDatabase(({ fresh }) => {
	let register: Register;
	beforeEach(async () => (register = await Register.open(await fresh(), () => NOW)));
	afterEach(async () => await register.close());

	async function add(id: string, receivedAt: string, changes: Partial<Signal> = {}): Promise<string> {
		const base = signalFor(`<${id}>`, changes);
		const source = { ...base.source, receivedAt };
		return (await register.register({ ...base, source }, claim)).signal.reference!;
	}

	async function archiveOf(month: string, mails: Record<string, Buffer> = {}) {
		const contents = { signals: 0, sourceMails: 0, otherMails: [] as string[] };
		const saw: string[] = [];
		const entries = monthEntries(
			{
				month,
				archive: register.archive,
				files: {
					take: async (property) => ({
						fileName: 'brief.eml',
						contentType: 'message/rfc822',
						content: mails[property]!,
					}),
					keep: async () => null,
				},
				sourceFields: Object.keys(mails),
				style: houseStyleSchema.parse({}),
				now: NOW,
				saw: (signals) => saw.push(...signals.map(({ reference }) => reference!)),
			},
			contents,
		);
		const zip = await buffer(zipOf(entries, NOW));
		return { contents, saw, files: unzipSync(zip) };
	}

	it('holds what was received in the month in Dutch time, oldest first, and nothing else', async () => {
		await add('laat@x', '2026-10-31T23:00:00Z');
		const last = await add('laatste@x', '2026-10-31T22:59:00Z');
		const first = await add('eerste@x', '2026-09-30T22:00:00Z');
		await add('vroeg@x', '2026-09-30T21:59:00Z');
		const { files, contents, saw } = await archiveOf('2026-10');
		expect(saw).toEqual([first, last]);
		expect(contents).toEqual({ signals: 2, sourceMails: 0, otherMails: [] });
		expect(Object.keys(files).filter((path) => path.endsWith('.txt'))).toEqual([
			`2026-10/bronnen/${first}/${first}.txt`,
			`2026-10/bronnen/${last}/${last}.txt`,
		]);
	});

	it('is complete when nothing was received', async () => {
		expect(Object.keys((await archiveOf('2026-02')).files)).toEqual([
			'2026-02/2026-02-bundel.xlsx',
			'2026-02/2026-02-index.csv',
			'2026-02/2026-02-index.html',
		]);
	});

	it('pages through a busy day', async () => {
		await register.together(async (part) => {
			for (let n = 0; n < 205; n++) {
				const base = signalFor(`<${n}@x>`);
				await part.register(base, claim);
			}
		});
		const { contents, saw } = await archiveOf('2026-11');
		expect(contents.signals).toBe(205);
		expect(new Set(saw).size).toBe(205);
	});

	it('keeps all that the register knows of a signal, with its own mails', async () => {
		const reference = await add('1@x', '2026-10-05T10:00:00Z', {
			subject: '=HYPERLINK("x")<script>',
			text: 'Laptop kapot <b>&amp;',
			quotedText: 'Eerder bericht',
			attachments: [{ name: 'foto.png', contentType: 'image/png', size: 3, binaryKey: null, inline: false }],
		});
		await register.addTicket(reference, ticketFor(), 'intake');
		const answer = signalFor('<2@x>', { text: 'Nog steeds kapot' });
		await register.register({ ...answer, source: { ...answer.source, thread: ['<1@x>'] } }, claim);
		const mail = (id: string) => Buffer.from(`From: a@x\r\nmessage-id: <${id}>\r\n\r\nMessage-ID: <vals@x>`);
		const own = {
			een: mail('1@x'),
			twee: mail('2@x'),
			drie: mail('onbekend@x'),
			vier: Buffer.from('geen mail'),
		};
		const { files, contents } = await archiveOf('2026-10', own);
		expect(contents).toMatchObject({ sourceMails: 2, otherMails: ['drie', 'vier'] });
		const folder = `2026-10/bronnen/${reference}`;
		expect(Object.keys(files)).toEqual([
			`${folder}/${reference}.txt`,
			`${folder}/${reference}.json`,
			`${folder}/brief.eml`,
			`${folder}/brief (2).eml`,
			'2026-10/2026-10-bundel.xlsx',
			'2026-10/overige-bronnen/brief.eml',
			'2026-10/overige-bronnen/brief (2).eml',
			'2026-10/2026-10-index.csv',
			'2026-10/2026-10-index.html',
		]);
		const text = (path: string) => strFromU8(files[path]!);
		for (const words of [
			'Laptop kapot',
			'Eerder bericht',
			'foto.png',
			'I 2611 001',
			'Nog steeds kapot',
			'<1@x>',
		]) {
			expect(text(`${folder}/${reference}.txt`)).toContain(words);
		}
		expect(JSON.parse(text(`${folder}/${reference}.json`))).toMatchObject({
			signal: { reference, text: 'Laptop kapot <b>&amp;' },
			followUps: [{ text: 'Nog steeds kapot' }],
		});
		const [line] = parse(text('2026-10/2026-10-index.csv'), {
			bom: true,
			delimiter: ';',
			columns: true,
		}) as Array<Record<string, string>>;
		expect(line).toMatchObject({ Nummer: reference, Onderwerp: `'=HYPERLINK("x")<script>` });
		const html = text('2026-10/2026-10-index.html');
		expect(html).toContain('Signalen van oktober 2026');
		expect(html).toContain('=HYPERLINK(&quot;x&quot;)&lt;script&gt;');
		const links = [...html.matchAll(/href="([^"]+)"/g)].map(
			([, path]) => `2026-10/${decodeURIComponent(path!)}`,
		);
		expect(links).toHaveLength(5);
		for (const path of links) expect(files).toHaveProperty([path]);
	});
});

it('knows the days of a month', () => {
	expect(daysOf('2026-12')).toEqual({ from: '2026-12-01', until: '2027-01-01' });
	expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', until: '2028-03-01' });
});

it.each([
	['Message-ID: <a@b>\r\n\r\nx', '<a@b>'],
	['To: x\nmessage-id:\n\t<a@b>\n\nx', '<a@b>'],
	['To: x\r\n\r\nMessage-ID: <a@b>', null],
	['', null],
])('finds the Message-ID of %j', (source, id) => expect(messageIdOf(Buffer.from(source))).toBe(id));

describe('a file name', () => {
	it.each([
		['../../etc/passwd', '-..-etc-passwd'],
		['C:\\Windows\\x.eml', 'C--Windows-x.eml'],
		['con.txt', '_con.txt'],
		['LPT1', '_LPT1'],
		['naam. . ', 'naam'],
		['', 'bestand'],
		['...', 'bestand'],
		['factuur\u202Egnp.exe', 'factuur-gnp.exe'],
		['Café.eml', 'Café.eml'],
	])('of %j is %j', (given, safe) => expect(safeName(given)).toBe(safe));

	it('stays in its folder, is taken by Windows, and is like no other', () => {
		const piece = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom(
				'..',
				'/',
				'\\',
				'con',
				'NUL.',
				'a.eml',
				'A.EML',
				' ',
				'.',
				'x'.repeat(150),
				'😀'.repeat(80),
			),
		);
		const name = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), (names) => {
				const taken = new Set<string>();
				const safe = names.map((one) => safeName(one, taken));
				expect(new Set(safe.map((one) => one.toLowerCase())).size).toBe(names.length);
				for (const one of safe) {
					expect(one).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^\.|[. ]$/u);
					expect(one).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
					expect([...one].length).toBeGreaterThan(0);
					expect([...one].length).toBeLessThanOrEqual(100);
					expect(one.isWellFormed()).toBe(true);
				}
			}),
		);
	});
});
