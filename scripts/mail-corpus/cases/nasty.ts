import { bodyCase } from '../make-case';
import { file, html, mail, multipart, text, type Entity } from '../compose';
import type { CorpusCase, Expected } from '../corpus-case';

const NOBODY = { name: null, email: null };
const SOURCE = [{ name: 'oorspronkelijk-bericht.eml', kept: true }];

/** What is no mail at all. */
const bytes = (
	name: string,
	about: string,
	source: Buffer | string,
	expected: Expected = {},
): CorpusCase => ({
	name: `raar-${name}`,
	about,
	source: Buffer.from(source),
	expected: { customer: NOBODY, flags: ['unparseable'], attachments: SOURCE, messageId: null, ...expected },
});

const one = (...[name, ...rest]: Parameters<typeof bodyCase>): CorpusCase =>
	bodyCase(`raar-${name}`, ...rest);

const cut = (source: Buffer, keep: number): Buffer => source.subarray(0, Math.floor(source.length * keep));
const withPhoto = mail(
	{},
	multipart('mixed', text('Zie de foto van de lekkage.'), file('foto.jpg', 'image/jpeg', 'f'.repeat(3000))),
);

export const nasty: CorpusCase[] = [
	bytes('leeg', 'Een leeg bestand', '', { reason: 'leeg', text: '' }),
	bytes('nullen', 'Alleen nullen', Buffer.alloc(500)),
	bytes(
		'afbeelding',
		'Een afbeelding',
		Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex'),
	),
	bytes('utf16', 'Geen kop, geen adres, UTF-16', Buffer.from('\ufeffDe lift is stuk', 'utf16le')),
	bytes(
		'msg',
		'Een .msg-bestand van Outlook',
		Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 1)]),
		{ reason: '.msg' },
	),
	bytes('gewone-tekst', 'Een brief zonder kop', 'Geachte heer,\n\nDe lift is stuk.\n', {
		textContains: ['De lift is stuk.'],
	}),
	bytes('alleen-regeleinden', 'Alleen regeleinden', '\r\n\r\n\r\n'),
	one('lege-tekst', 'Een mail zonder tekst', '', { text: '' }, { subject: 'Lamp in 2.04 stuk' }),
	one(
		'geen-mime',
		'Een mail zonder MIME-koppen',
		{ headers: [], body: Buffer.from('De lamp is stuk.\r\n') },
		{ text: 'De lamp is stuk.' },
	),
	{
		name: 'raar-alleen-lf',
		about: 'Alleen LF als regeleinde',
		source: Buffer.from(
			'From: Sanne Bakker <sanne.bakker@minbox.example>\nSubject: Lamp\n\nDe lamp\nis stuk.\n',
		),
		expected: { subject: 'Lamp', text: 'De lamp\nis stuk.' },
	},
	{
		name: 'raar-afgekapt',
		about: 'Halverwege de bijlage afgekapt',
		source: cut(withPhoto, 0.6),
		expected: { text: 'Zie de foto van de lekkage.', attachments: [{ name: 'foto.jpg' }] },
	},
	{
		name: 'raar-alleen-kop',
		about: 'Alleen de kop',
		source: Buffer.from('From: Sanne Bakker <sanne.bakker@minbox.example>\r\nSubject: Lamp kapot\r\n'),
		expected: { subject: 'Lamp kapot', text: '' },
	},
	{
		name: 'raar-zonder-grens',
		about: 'multipart zonder grens',
		source: mail(
			{},
			{ headers: [['Content-Type', 'multipart/mixed']], body: Buffer.from('De lamp is stuk.\r\n') },
		),
		expected: { text: 'De lamp is stuk.' },
	},
	{
		name: 'raar-grens-nergens',
		about: 'multipart waarvan de grens niet voorkomt',
		source: mail(
			{},
			{
				headers: [['Content-Type', 'multipart/mixed; boundary=weg']],
				body: Buffer.from('De lamp is stuk.\r\n'),
			},
		),
		expected: { text: 'De lamp is stuk.' },
	},
	one(
		'kapotte-base64',
		'base64 met rommel erin',
		{
			headers: [
				['Content-Type', 'text/plain; charset=utf-8'],
				['Content-Transfer-Encoding', 'base64'],
			],
			body: Buffer.from('RGUgbGFt!!cCBpcyBz*dHVrLg==\r\n'),
		},
		{ textStarts: 'De lam' },
	),
	one(
		'kapotte-qp',
		'quoted-printable met losse is-tekens',
		{
			headers: [
				['Content-Type', 'text/plain; charset=utf-8'],
				['Content-Transfer-Encoding', 'quoted-printable'],
			],
			body: Buffer.from('1+1=2 en caf=C3=A9 =ZZ\r\n'),
		},
		{ textContains: ['café'] },
	),
	one('veel-van', 'Duizenden regels "Van: "', `Kapot.\n${'Van: \n'.repeat(5000)}`, { textStarts: 'Kapot.' }),
	one('veel-tekens', 'Duizenden groter-dan-tekens', `Kapot.\n${'>'.repeat(20_000)}`, {
		textStarts: 'Kapot.',
	}),
	one('diepe-html', 'Duizenden geneste elementen', html(`<p>Kapot.</p>${'<div>'.repeat(3000)}diep`), {
		textStarts: 'Kapot.',
	}),
	one(
		'diepe-delen',
		'Vijftig multiparts in elkaar',
		Array.from({ length: 50 }).reduce<Entity>((inner) => multipart('mixed', inner), text('Onderin.')),
		{ text: 'Onderin.' },
	),
	one(
		'veel-delen',
		'Meer delen dan iemand leest',
		multipart('mixed', text('Eerste deel.'), ...Array.from({ length: 600 }, () => text('x'))),
		{ textStarts: 'Eerste deel.', flags: ['oversize'], reason: 'onderdelen' },
	),
	one('nul-in-tekst', 'Nultekens in de tekst', 'De lamp\0 is stuk.', { text: 'De lamp is stuk.' }),
	one('lange-regel', 'Eén regel van honderdduizend tekens', `De lamp is stuk. ${'a'.repeat(100_000)}`, {
		textStarts: 'De lamp is stuk.',
	}),
	one(
		'lange-tekst',
		'Meer dan een halve megabyte tekst',
		`De lamp is stuk.\n${'Dit is een regel uit een logboek.\n'.repeat(20_000)}`,
		{ textStarts: 'De lamp is stuk.', flags: ['oversize'], reason: 'te lang' },
	),
	one(
		'twee-onderwerpen',
		'Twee koppen Subject',
		'x',
		{ subject: 'Eerste' },
		{ subject: 'Eerste', more: [['Subject', 'Tweede']] },
	),
	one(
		'datum-onzin',
		'Een datum die niet bestaat',
		'De lamp is stuk.',
		{ text: 'De lamp is stuk.' },
		{ date: 'Foo, 99 Bar 2026 99:99:99 +9999' },
	),
	one(
		'rtl-naam',
		'Bestandsnaam met omkeerteken',
		multipart(
			'mixed',
			text('x'),
			file('', '', 'x', {
				named: [
					['Content-Type', 'application/octet-stream'],
					['Content-Disposition', "attachment; filename*=utf-8''rekening%E2%80%AEfdp.exe"],
				],
			}),
		),
		{ attachments: [{ name: 'rekeningfdp.exe' }] },
	),
	one(
		'grens-bij-tekst',
		'Een tekstdeel dat zegt dat het uit delen bestaat',
		{
			headers: [['Content-Type', 'text/plain; boundary=x']],
			body: Buffer.from('Vooraf.\r\n--x\r\n\r\nDe lamp is stuk.\r\n--x--\r\n'),
		},
		{ textContains: ['De lamp is stuk.'] },
	),
];
