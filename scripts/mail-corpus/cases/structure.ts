import {
	attachedMail,
	file,
	html,
	mail,
	multipart,
	part,
	text,
	type Entity,
	type Envelope,
} from '../compose';
import type { CorpusCase, Expected } from '../corpus-case';
import { enveloped, signed, winmail } from '../packers';

const one = (
	name: string,
	about: string,
	body: string | Entity,
	expected: Expected,
	envelope: Envelope = {},
): CorpusCase => ({
	name,
	about,
	source: mail({ id: `<${name}@minbox.example>`, ...envelope }, typeof body === 'string' ? text(body) : body),
	expected,
});

const EURO = 'De reparatie kostte € 12,50. Dat vind ik té veel – “gênant”.';
const CAFE = 'Het café is dicht. Ik ben bijzonder ontevreden over deze situatie.';

const charsets: CorpusCase[] = [
	one(
		'tekens-windows-1252',
		'windows-1252 met euro en krulaanhalingstekens',
		text(EURO, { charset: 'windows-1252' }),
		{ text: EURO },
	),
	one(
		'tekens-iso-8859-15',
		'iso-8859-15 met euro',
		text('Kosten: € 40, café', { charset: 'iso-8859-15', encoding: '8bit' }),
		{ text: 'Kosten: € 40, café' },
	),
	one(
		'tekens-iso-8859-1',
		'iso-8859-1 in base64',
		text(CAFE, { charset: 'iso-8859-1', encoding: 'base64' }),
		{ text: CAFE },
	),
	one(
		'tekens-latin1-is-utf8',
		'UTF-8 dat latin-1 genoemd wordt',
		text(CAFE, { claims: 'iso-8859-1', encoding: '8bit' }),
		{ text: CAFE },
	),
	one(
		'tekens-utf8-is-latin1',
		'windows-1252 dat UTF-8 genoemd wordt',
		text(CAFE, { charset: 'windows-1252', claims: 'utf-8', encoding: '8bit' }),
		{ text: CAFE },
	),
	one(
		'tekens-ascii-is-utf8',
		'UTF-8 dat us-ascii genoemd wordt',
		text(CAFE, { claims: 'us-ascii', encoding: '8bit' }),
		{ text: CAFE },
	),
	one(
		'tekens-niet-genoemd',
		'Geen tekenset genoemd',
		part(
			[
				['Content-Type', 'text/plain'],
				['Content-Transfer-Encoding', '8bit'],
			],
			Buffer.from(CAFE, 'utf8'),
		),
		{ text: CAFE },
	),
	one(
		'tekens-onbekend',
		'Een tekenset die niet bestaat',
		text(CAFE, { charset: 'windows-1252', claims: 'x-verzonnen', encoding: '8bit' }),
		{ text: CAFE },
	),
	one(
		'tekens-utf7',
		'UTF-7 blijft leesbaar genoeg',
		text('De deur staat open +IKw-', { claims: 'utf-7', encoding: '7bit' }),
		{ textStarts: 'De deur staat open' },
	),
	one(
		'tekens-gb18030',
		'gb18030',
		part(
			[
				['Content-Type', 'text/plain; charset=gb18030'],
				['Content-Transfer-Encoding', 'base64'],
			],
			Buffer.from([0xc4, 0xe3, 0xba, 0xc3]).toString('base64'),
		),
		{ text: '你好', language: null },
	),
	one(
		'tekens-utf16',
		'UTF-16 met byte order mark',
		part(
			[
				['Content-Type', 'text/plain; charset=utf-16'],
				['Content-Transfer-Encoding', 'base64'],
			],
			Buffer.from(`\ufeff${CAFE}`, 'utf16le').toString('base64'),
		),
		{ text: CAFE },
	),
	one('tekens-bom', 'UTF-8 met byte order mark', text(`\ufeff${CAFE}`), { text: CAFE }),
	one(
		'tekens-flowed',
		'format=flowed',
		text('Dit is een lange zin die door het \nmailprogramma is afgebroken.\n\nSanne', {
			parameters: '; format=flowed',
		}),
		{ text: 'Dit is een lange zin die door het mailprogramma is afgebroken.\n\nSanne' },
	),
];

const headers: CorpusCase[] = [
	one(
		'kop-rauw-utf8',
		'Kop met ruwe UTF-8',
		'x',
		{ subject: 'Café gesloten', customer: { name: 'Renée Müller', email: 'renee@minbox.example' } },
		{
			subject: '',
			from: '',
			more: [
				['Subject', Buffer.from('Café gesloten').toString('latin1')],
				['From', `${Buffer.from('Renée Müller').toString('latin1')} <renee@minbox.example>`],
			],
		},
	),
	one(
		'kop-rauw-latin1',
		'Kop met ruwe latin-1',
		'x',
		{ subject: 'Café gesloten' },
		{ subject: '', more: [['Subject', 'Caf\u00e9 gesloten']] },
	),
	one(
		'kop-geknipt-woord',
		'Gecodeerd woord dat midden in een teken is geknipt',
		'x',
		{ subject: 'Klacht over é' },
		{ subject: '', more: [['Subject', '=?utf-8?Q?Klacht_over_=C3?=\r\n =?utf-8?Q?=A9?=']] },
	),
	one(
		'kop-spaties-in-woord',
		'Gecodeerd woord met spaties erin',
		'x',
		{ subject: 'Klacht café' },
		{ subject: '', more: [['Subject', '=?iso-8859-1?Q?Klacht caf=E9?=']] },
	),
	one(
		'kop-kapot-woord',
		'Gecodeerd woord dat niet afgemaakt is',
		'x',
		{ subject: 'Melding =?utf-8?Q?half' },
		{ subject: '', more: [['Subject', 'Melding =?utf-8?Q?half']] },
	),
	one(
		'kop-verkeerde-set',
		'Gecodeerd woord met een verkeerde tekenset',
		'x',
		{ subject: 'Café' },
		{ subject: '', more: [['Subject', '=?utf-8?Q?Caf=E9?=']] },
	),
	one(
		'kop-komma-in-naam',
		'Naam met een komma zonder aanhalingstekens',
		'x',
		{ customer: { name: 'Vries, Jan de (BEL)', email: 'jan.devries@minbox.example' } },
		{ from: 'Vries, Jan de (BEL) <jan.devries@minbox.example>' },
	),
	one(
		'kop-naam-gecodeerd',
		'Naam als gecodeerd woord',
		'x',
		{ customer: { name: 'Zoë Ünal', email: 'zoe.unal@minbox.example' } },
		{ from: '=?utf-8?B?Wm/DqyDDnG5hbA==?= <Zoe.Unal@MINBOX.example>' },
	),
	one(
		'kop-alles-gecodeerd',
		'Naam en adres samen gecodeerd',
		'x',
		{ customer: { name: 'Sanne', email: 'sanne@minbox.example' } },
		{ from: '=?utf-8?Q?Sanne_=3Csanne=40minbox=2Eexample=3E?=' },
	),
	one(
		'kop-idn',
		'Adres met een domein met een trema',
		'x',
		{ customer: { name: 'Jan', email: 'jan@xn--mller-kva.example' } },
		{ from: `Jan <jan@${Buffer.from('müller').toString('latin1')}.example>` },
	),
	one(
		'kop-geen-from',
		'Geen From, wel Sender',
		'Er ligt glas op de stoep.',
		{ customer: { name: 'Ilse Vos', email: 'ilse.vos@minbox.example' } },
		{ from: '', more: [['Sender', 'Ilse Vos <ilse.vos@minbox.example>']] },
	),
	one(
		'kop-geen-afzender',
		'Helemaal geen afzender',
		'Er ligt glas op de stoep.',
		{ customer: { name: null, email: null }, text: 'Er ligt glas op de stoep.' },
		{ from: '' },
	),
	one(
		'kop-geen-message-id',
		'Geen Message-ID',
		'Er ligt glas op de stoep.',
		{ messageId: null },
		{ id: null },
	),
	one(
		'kop-plus-adres',
		'Onze referentie in het plus-adres',
		'Nog een aanvulling: het is kamer 2.14.',
		{ mentions: ['R-2026-000123'] },
		{ to: 'dienstencentrum+r-2026-000123@dienstencentrum.example' },
	),
	one(
		'kop-delivered-to',
		'Onze referentie in Delivered-To',
		'Nog een aanvulling.',
		{ mentions: ['R-2026-000045'] },
		{ top: [['Delivered-To', 'dienstencentrum+R-2026-000045@dienstencentrum.example']] },
	),
	one(
		'kop-twee-referenties',
		'Twee referenties in het onderwerp en één in het adres',
		'Deze horen bij elkaar.',
		{ mentions: ['R-2026-000200', 'R-2025-000199', 'R-2026-000123'] },
		{
			subject: 'R-2026-000200 en r-2025-000199 (R-2026-000200)',
			to: 'dienstencentrum+R-2026-000123@dienstencentrum.example',
		},
	),
	one(
		'kop-bijna-referentie',
		'Wat op een referentie lijkt',
		'x',
		{ mentions: [] },
		{ subject: 'Kamer R-2026-12, order XR-2026-000123' },
	),
	one(
		'kop-draad',
		'Gesprek uit References en In-Reply-To',
		'x',
		{ thread: ['<a@x.example>', '<b@x.example>', '<c@x.example>'] },
		{
			more: [
				['References', '<a@x.example>\r\n <b@x.example>'],
				['In-Reply-To', '<c@x.example>'],
			],
		},
	),
];

const logo = file('image001.png', 'image/png', 'logo', {
	disposition: 'inline',
	contentId: 'image001.png@01DA',
});
const named = (value: string, extra = ''): Entity =>
	file('', '', 'inhoud', {
		named: [
			['Content-Type', `application/pdf${extra}`],
			['Content-Disposition', `attachment; ${value}`],
		],
	});

const files: CorpusCase[] = [
	one(
		'bijlage-foto',
		'Een foto als bijlage',
		multipart('mixed', text('Zie de foto.'), file('lekkage.jpg', 'image/jpeg', 'foto')),
		{
			text: 'Zie de foto.',
			attachments: [{ name: 'lekkage.jpg', inline: false, content: 'foto', kept: true }],
		},
	),
	one(
		'bijlage-inline-logo',
		'Logo in de tekst en een bijlage',
		multipart(
			'mixed',
			multipart('related', html('<p>Zie de offerte.</p><img src="cid:image001.png@01DA">'), logo),
			file('offerte.pdf', 'application/pdf', 'pdf'),
		),
		{
			text: 'Zie de offerte.',
			attachments: [
				{ name: 'image001.png', inline: true },
				{ name: 'offerte.pdf', inline: false },
			],
		},
	),
	one(
		'bijlage-iphone-foto',
		'Foto van een iPhone, inline maar niet in de tekst getoond',
		multipart(
			'mixed',
			text('Dit bedoel ik:'),
			file('IMG_0001.jpg', 'image/jpeg', 'foto', { disposition: 'inline' }),
			text('Groet, Sanne'),
		),
		{ text: 'Dit bedoel ik:\n\nGroet, Sanne', attachments: [{ name: 'IMG_0001.jpg', inline: false }] },
	),
	one(
		'bijlage-rfc2231',
		'Naam volgens RFC 2231',
		multipart('mixed', text('x'), named("filename*=utf-8''kosten%20%E2%82%AC%2012.pdf")),
		{ attachments: [{ name: 'kosten € 12.pdf' }] },
	),
	one(
		'bijlage-rfc2231-stukken',
		'Naam volgens RFC 2231 in stukken',
		multipart('mixed', text('x'), named("filename*0*=utf-8''heel%20lange%20; filename*1=naam.pdf")),
		{ attachments: [{ name: 'heel lange naam.pdf' }] },
	),
	one(
		'bijlage-gecodeerd-woord',
		'Naam als gecodeerd woord',
		multipart('mixed', text('x'), named('filename="=?utf-8?Q?caf=C3=A9.pdf?="')),
		{ attachments: [{ name: 'café.pdf' }] },
	),
	one(
		'bijlage-pad',
		'Naam met een pad omhoog',
		multipart('mixed', text('x'), named('filename="../../../etc/passwd"')),
		{ attachments: [{ name: 'passwd' }] },
	),
	one(
		'bijlage-windows-pad',
		'Naam met een Windows-pad',
		multipart('mixed', text('x'), named('filename="C:\\\\temp\\\\con<1>.pdf"')),
		{ attachments: [{ name: 'con1.pdf' }] },
	),
	one(
		'bijlage-zonder-naam',
		'Bijlage zonder naam',
		multipart(
			'mixed',
			text('x'),
			part(
				[
					['Content-Type', 'application/pdf'],
					['Content-Disposition', 'attachment'],
				],
				'pdf',
			),
		),
		{ attachments: [{ name: 'bijlage-1' }] },
	),
	one(
		'bijlage-tekst',
		'Een tekstbestand als bijlage is geen bericht',
		multipart('mixed', text('Zie het logboek.'), file('logboek.txt', 'text/plain', 'regel 1')),
		{ text: 'Zie het logboek.', attachments: [{ name: 'logboek.txt', content: 'regel 1' }] },
	),
	one(
		'bijlage-mail',
		'Een mail als bijlage van een klant',
		multipart(
			'mixed',
			text('Dit kreeg ik:'),
			attachedMail(
				mail(
					{ from: 'Bot <bot@leverancier.example>', subject: 'Bevestiging' },
					text('Uw order is bevestigd.'),
				),
			),
		),
		{
			text: 'Dit kreeg ik:',
			quotedContains: ['Bevestiging', 'Uw order is bevestigd.'],
			attachments: [{ name: 'bijlage-1.eml' }],
		},
	),
	one(
		'bijlage-mail-in-mail',
		'Een mail in een mail in een mail',
		multipart(
			'mixed',
			text('Zie onder'),
			attachedMail(
				mail(
					{ subject: 'Buiten' },
					multipart('mixed', text('laag 1'), attachedMail(mail({ subject: 'Binnen' }, text('laag 2')))),
				),
			),
		),
		{ text: 'Zie onder', quotedContains: ['laag 1'], attachments: [{ name: 'bijlage-1.eml' }] },
	),
	one(
		'bijlage-ondertekend',
		'Losse S/MIME-handtekening',
		multipart(
			'signed; protocol="application/pkcs7-signature"',
			text('Ondertekend bericht.'),
			file('smime.p7s', 'application/pkcs7-signature', 'handtekening'),
		),
		{ text: 'Ondertekend bericht.', attachments: [] },
	),
	one(
		'bijlage-pgp',
		'Losse PGP-handtekening',
		multipart(
			'signed; protocol="application/pgp-signature"',
			text('Ondertekend bericht.'),
			file('signature.asc', 'application/pgp-signature', 'handtekening'),
		),
		{ text: 'Ondertekend bericht.', attachments: [] },
	),
	one(
		'bijlage-p7m-ondertekend',
		'S/MIME-handtekening om het bericht heen',
		file(
			'smime.p7m',
			'application/pkcs7-mime; smime-type=signed-data',
			signed(
				Buffer.from(
					'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nDe kluis gaat niet open.\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=kluis.pdf\r\n\r\npdf\r\n--x--\r\n',
				),
			),
		),
		{ text: 'De kluis gaat niet open.', attachments: [{ name: 'kluis.pdf', content: 'pdf' }] },
	),
	one(
		'bijlage-p7m-versleuteld',
		'Versleutelde mail',
		file('smime.p7m', 'application/pkcs7-mime; smime-type=enveloped-data', enveloped(Buffer.from('geheim'))),
		{ flags: ['unparseable'], reason: 'versleuteld', attachments: [{ name: 'smime.p7m', kept: true }] },
	),
	one(
		'bijlage-pgp-versleuteld',
		'Met PGP versleuteld',
		multipart(
			'encrypted; protocol="application/pgp-encrypted"',
			part([['Content-Type', 'application/pgp-encrypted']], 'Version: 1'),
			part([['Content-Type', 'application/octet-stream; name=encrypted.asc']], '-----BEGIN PGP MESSAGE-----'),
		),
		{ flags: ['unparseable'], reason: 'versleuteld', attachments: [{ name: 'encrypted.asc' }] },
	),
	one(
		'bijlage-winmail',
		'winmail.dat met tekst en een bestand',
		file(
			'winmail.dat',
			'application/ms-tnef',
			winmail('De deur klemt.', [{ name: 'foto van de deur.jpg', content: 'foto' }]),
		),
		{ text: 'De deur klemt.', attachments: [{ name: 'foto van de deur.jpg', content: 'foto', kept: true }] },
	),
	one(
		'bijlage-winmail-naast-tekst',
		'winmail.dat naast de tekst',
		multipart(
			'mixed',
			text('De deur klemt.'),
			file(
				'winmail.dat',
				'application/ms-tnef',
				winmail('De deur klemt.', [{ name: 'deur.pdf', content: 'pdf' }]),
			),
		),
		{ text: 'De deur klemt.', attachments: [{ name: 'deur.pdf', content: 'pdf' }] },
	),
	one(
		'bijlage-winmail-kapot',
		'winmail.dat die niet te openen is',
		multipart('mixed', text('De deur klemt.'), file('winmail.dat', 'application/ms-tnef', 'geen tnef')),
		{ text: 'De deur klemt.', reason: 'winmail.dat', attachments: [{ name: 'winmail.dat', kept: true }] },
	),
	one('bijlage-leeg', 'Lege bijlage', multipart('mixed', text('x'), file('leeg.txt', 'text/plain', '')), {
		attachments: [{ name: 'leeg.txt', content: '' }],
	}),
];

const pages: CorpusCase[] = [
	one(
		'html-lijst',
		'Lijsten en koppen',
		html('<h2>Gebreken</h2><ul><li>deur</li><li>raam</li></ul><ol><li>eerst</li><li>dan</li></ol>'),
		{ text: 'Gebreken\n\n- deur\n- raam\n\n 1. eerst\n 2. dan' },
	),
	one(
		'html-tabel',
		'Een tabel',
		html(
			'<p>Bestelling:</p><table border="1"><tr><th>Artikel</th><th>Aantal</th></tr><tr><td>Stoel</td><td>4</td></tr></table>',
		),
		{ textContains: ['Artikel | Aantal', 'Stoel | 4'] },
	),
	one(
		'html-links',
		'Koppelingen',
		html(
			'<p>Zie <a href="https://intranet.example/melding/12">deze melding</a>, of mail <a href="mailto:a@b.example">a@b.example</a>, of <a href="https://intranet.example">https://intranet.example/</a></p>',
		),
		{
			text: 'Zie deze melding <https://intranet.example/melding/12>, of mail a@b.example, of https://intranet.example/',
		},
	),
	one(
		'html-stijl-en-script',
		'Stijl en script zijn geen tekst',
		html(
			'<html><head><title>t</title><style>p{color:red}</style></head><body><script>alert(1)</script><p>De <b>lamp</b> is stuk.</p></body></html>',
		),
		{ text: 'De lamp is stuk.' },
	),
	one(
		'html-verborgen',
		'Verborgen tekst bovenaan',
		html(
			'<div style="display: none">niet zien</div><span style="mso-hide:all">ook niet</span><p>Wel zien</p>',
		),
		{ text: 'Wel zien' },
	),
	one(
		'html-regeleinden',
		'Regels met br en div',
		html('<div>Regel een</div><div>Regel twee<br>Regel drie</div><div><br></div><div>Slot</div>'),
		{ textStarts: 'Regel een\nRegel twee\nRegel drie', textEnds: 'Slot' },
	),
	one('html-entiteiten', 'Bijzondere tekens', html('<p>3 &lt; 5 &amp; caf&eacute; &euro;&nbsp;10</p>'), {
		text: '3 < 5 & café €\u00a010',
	}),
	one(
		'html-beide-los',
		'Tekst en HTML naast elkaar met hetzelfde bericht',
		multipart('mixed', text('De lamp is stuk.'), html('<p>De lamp is stuk.</p>')),
		{ text: 'De lamp is stuk.' },
	),
];

export const structure: CorpusCase[] = [...charsets, ...headers, ...files, ...pages];
