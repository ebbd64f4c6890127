import { attachedMail, file, html, mail, multipart, part, text, type Entity } from '../compose';
import { bodyCase as one } from '../make-case';
import type { CorpusCase } from '../corpus-case';
import { enveloped, signed, winmail } from '../packers';

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

export const files: CorpusCase[] = [
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
		'bijlage-winmail-rtf',
		'winmail.dat met de tekst alleen als RTF',
		file(
			'winmail.dat',
			'application/ms-tnef',
			winmail({ rtf: 'rtf' }, [{ name: 'deur.pdf', content: 'pdf' }]),
		),
		{ text: '', flags: ['unparseable'], reason: 'RTF', attachments: [{ name: 'deur.pdf', content: 'pdf' }] },
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
