import { bodyCase } from '../make-case';
import { attachedMail, html, mail, multipart, text, type Entity, type Envelope } from '../compose';
import type { CorpusCase, Expected } from '../corpus-case';

const COLLEAGUE = 'Mirjam Smit <mirjam.smit@dienstencentrum.example>';
const CUSTOMER = { name: 'Hakan Demir', email: 'hakan.demir@klant.example' };
const WORDS = 'Goedemorgen,\n\nDe koffieautomaat op de vierde geeft alleen heet water.\n\nHakan Demir';
const HEAD = [
	'Van: Hakan Demir <hakan.demir@klant.example>',
	'Verzonden: maandag 2 maart 2026 08:41',
	'Aan: Mirjam Smit <mirjam.smit@dienstencentrum.example>',
	'Onderwerp: Koffieautomaat',
].join('\n');

const one = (
	name: string,
	about: string,
	body: string | Entity,
	expected: Expected,
	changes: Envelope = {},
): CorpusCase =>
	bodyCase(`doorgestuurd-${name}`, about, body, expected, {
		from: COLLEAGUE,
		subject: 'FW: Koffieautomaat',
		...changes,
	});

const passedOn = (remark: string, changes: Expected = {}): Expected => ({
	customer: CUSTOMER,
	text: WORDS,
	forwardedBy: 'mirjam.smit@dienstencentrum.example',
	remark,
	quotedContains: remark === '' ? [] : [remark],
	...changes,
});
const stays = (changes: Expected = {}): Expected => ({
	customer: { name: 'Mirjam Smit', email: 'mirjam.smit@dienstencentrum.example' },
	...changes,
});

const inner = (changes: Envelope = {}): Buffer =>
	mail(
		{
			from: 'Hakan Demir <hakan.demir@klant.example>',
			subject: 'Koffieautomaat',
			id: '<koffie@klant.example>',
			to: COLLEAGUE,
			...changes,
		},
		text(WORDS),
	);

export const forwards: CorpusCase[] = [
	one(
		'outlook',
		'Outlook, met een opmerking erboven',
		`Graag vandaag oppakken.\n\nMirjam\n\n${HEAD}\n\n${WORDS}`,
		passedOn('Graag vandaag oppakken.\n\nMirjam'),
	),
	one('outlook-zonder-opmerking', 'Outlook, zonder opmerking', `${HEAD}\n\n${WORDS}`, passedOn('')),
	one(
		'doorst',
		'Nederlands voorvoegsel Doorst:',
		`Voor jullie.\n\n-----Oorspronkelijk bericht-----\n${HEAD}\n\n${WORDS}`,
		passedOn('Voor jullie.'),
		{ subject: 'Doorst: Koffieautomaat' },
	),
	one(
		'sterren',
		'Met vette labels als sterren',
		`Ter afhandeling.\n\n${HEAD.replace(/^(\w+):/gm, '*$1:*')}\n\n${WORDS}`,
		passedOn('Ter afhandeling.'),
	),
	one(
		'mailto',
		'Adres als [mailto:…]',
		`Ter info\n\n${HEAD.replace('<hakan.demir@klant.example>', '[mailto:hakan.demir@klant.example]')}\n\n${WORDS}`,
		passedOn('Ter info'),
	),
	one(
		'gmail',
		'Gmail',
		`Zie hieronder.\n\n---------- Forwarded message ---------\nVan: Hakan Demir <hakan.demir@klant.example>\nDate: ma 2 mrt 2026 om 08:41\nSubject: Koffieautomaat\nTo: Mirjam Smit <mirjam.smit@dienstencentrum.example>\n\n\n${WORDS}`,
		passedOn('Zie hieronder.'),
		{ subject: 'Fwd: Koffieautomaat' },
	),
	one(
		'apple',
		'Apple Mail',
		`Kunnen jullie dit oppakken?\n\nBegin doorgestuurd bericht:\n\nVan: Hakan Demir <hakan.demir@klant.example>\nOnderwerp: Koffieautomaat\nDatum: 2 maart 2026 om 08:41:12 CET\nAan: mirjam.smit@dienstencentrum.example\n\n${WORDS}`,
		passedOn('Kunnen jullie dit oppakken?'),
		{ subject: 'Fwd: Koffieautomaat' },
	),
	one(
		'apple-citaat',
		'Apple Mail, achter groter-dan-tekens',
		`Begin doorgestuurd bericht:\n\n${`Van: Hakan Demir <hakan.demir@klant.example>\nOnderwerp: Koffieautomaat\nDatum: 2 maart 2026 om 08:41:12 CET\nAan: mirjam.smit@dienstencentrum.example\n\n${WORDS}`.replace(/^/gm, '> ')}`,
		passedOn(''),
		{ subject: 'Fwd: Koffieautomaat' },
	),
	one(
		'thunderbird',
		'Thunderbird: het onderwerp eerst',
		`-------- Doorgestuurd bericht --------\nOnderwerp: \tKoffieautomaat\nDatum: \tMon, 2 Mar 2026 08:41:12 +0100\nVan: \tHakan Demir <hakan.demir@klant.example>\nAan: \tmirjam.smit@dienstencentrum.example\n\n${WORDS}`,
		passedOn(''),
		{ subject: 'Fwd: Koffieautomaat' },
	),
	one(
		'html',
		'Outlook in HTML',
		html(
			`<p>Willen jullie dit oppakken?</p><div id="divRplyFwdMsg"><b>Van:</b> Hakan Demir &lt;hakan.demir@klant.example&gt;<br><b>Verzonden:</b> maandag 2 maart 2026 08:41<br><b>Aan:</b> Mirjam Smit<br><b>Onderwerp:</b> Koffieautomaat</div><div>${WORDS.replaceAll('\n', '<br>')}</div>`,
		),
		passedOn('Willen jullie dit oppakken?'),
	),
	one(
		'als-bijlage',
		'De mail van de klant als bijlage',
		multipart('mixed', text('Zie bijlage, graag oppakken.'), attachedMail(inner())),
		passedOn('Zie bijlage, graag oppakken.', { attachments: [{ name: 'bijlage-1.eml' }] }),
	),
	one(
		'alleen-adres',
		'Alleen een adres, zonder naam',
		`Ter info.\n\n${HEAD.replace('Hakan Demir <hakan.demir@klant.example>', 'hakan.demir@klant.example')}\n\n${WORDS}`,
		passedOn('Ter info.', { customer: { name: null, email: CUSTOMER.email } }),
	),
	one(
		'met-geschiedenis',
		'Onder de mail van de klant staat nog een ouder bericht',
		`Graag oppakken\n\n${HEAD}\n\n${WORDS}\n\nOp 1 mrt. 2026 om 10:00 schreef Mirjam Smit <mirjam.smit@dienstencentrum.example>:\n> Wat is er mis?`,
		passedOn('Graag oppakken', { quotedContains: ['> Wat is er mis?'] }),
	),
	one(
		'zonder-adres',
		'Intern doorgestuurd: het adres van de klant staat er niet',
		'Graag oppakken.\n\nVan: Demir, Hakan (BEL)\nVerzonden: maandag 2 maart 2026 08:41\nAan: Smit, Mirjam (FAC)\nOnderwerp: Koffieautomaat\n\nDe koffie is op.',
		stays({ text: 'Graag oppakken.', quotedContains: ['De koffie is op.'] }),
	),
	one(
		'antwoord',
		'Een antwoord is geen doorgestuurde mail',
		`Akkoord.\n\n${HEAD}\n\n${WORDS}`,
		stays({ text: 'Akkoord.', quotedContains: ['heet water'] }),
		{ subject: 'RE: Koffieautomaat' },
	),
	one(
		'antwoord-op-fw',
		'Een antwoord op een doorgestuurde mail',
		`Dank je, opgepakt.\n\n${HEAD}\n\n${WORDS}`,
		stays({ text: 'Dank je, opgepakt.' }),
		{ subject: 'RE: FW: Koffieautomaat' },
	),
	one(
		'door-klant',
		'Een klant stuurt de mail van een leverancier door: de klant blijft de klant',
		`Ik kreeg dit van de leverancier, maar het klopt niet.\n\nVan: Verkoop <verkoop@leverancier.example>\nVerzonden: maandag 2 maart 2026 08:41\nAan: Sanne Bakker\nOnderwerp: Uw bestelling\n\nUw bestelling is geleverd.`,
		{
			text: 'Ik kreeg dit van de leverancier, maar het klopt niet.',
			quotedContains: ['Uw bestelling is geleverd.'],
		},
		{ from: 'Sanne Bakker <sanne.bakker@minbox.example>', subject: 'FW: Uw bestelling' },
	),
	one(
		'van-collega',
		'Een collega stuurt de mail van een andere collega door: wie het schreef, is de klant',
		`Kun jij dit?\n\nVan: Emre Yilmaz <emre.yilmaz@dienstencentrum.example>\nVerzonden: maandag 2 maart 2026 08:41\nAan: Mirjam Smit\nOnderwerp: Sleutels\n\nDe sleutels zijn zoek.`,
		passedOn('Kun jij dit?', {
			customer: { name: 'Emre Yilmaz', email: 'emre.yilmaz@dienstencentrum.example' },
			text: 'De sleutels zijn zoek.',
		}),
	),
	one(
		'eigen-mail',
		'Onze eigen mail wordt doorgestuurd',
		`Wat bedoelen jullie hiermee?\n\nVan: Dienstencentrum <dienstencentrum@dienstencentrum.example>\nVerzonden: maandag 2 maart 2026 08:41\nAan: Sanne Bakker\nOnderwerp: Uw melding\n\nUw melding is ontvangen.`,
		stays({ text: 'Wat bedoelen jullie hiermee?' }),
	),
	one(
		'zonder-kop',
		'FW: in het onderwerp, maar zonder mail eronder',
		'Zie het onderwerp. De koffieautomaat is stuk.',
		stays({ text: 'Zie het onderwerp. De koffieautomaat is stuk.' }),
	),
	one(
		'twee-bijlagen',
		'Twee mails als bijlage: wie de klant is, is niet te zeggen',
		multipart(
			'mixed',
			text('Twee meldingen.'),
			attachedMail(inner()),
			attachedMail(inner({ from: 'Ilse Vos <ilse.vos@klant.example>', subject: 'Thee' })),
		),
		stays({
			text: 'Twee meldingen.',
			quotedContains: ['heet water'],
			attachments: [{ name: 'bijlage-1.eml' }, { name: 'bijlage-2.eml' }],
		}),
	),
	one(
		'via-twee-collegas',
		"Twee collega's stuurden de mail van de klant aan elkaar door",
		`Kun jij dit oppakken?\n\nVan: Emre Yilmaz <emre.yilmaz@dienstencentrum.example>\nVerzonden: maandag 2 maart 2026 09:00\nAan: Mirjam Smit\nOnderwerp: FW: Koffieautomaat\n\nIs dit iets voor ons?\n\n${HEAD}\n\n${WORDS}`,
		passedOn('Kun jij dit oppakken?', { quotedContains: ['Kun jij dit oppakken?', 'Is dit iets voor ons?'] }),
	),
	one(
		'zonder-voorvoegsel',
		'Doorgestuurd met een eigen onderwerp',
		`---------- Forwarded message ---------\nVan: Hakan Demir <hakan.demir@klant.example>\nDate: ma 2 mrt 2026 om 08:41\nSubject: Koffieautomaat\nTo: Mirjam Smit <mirjam.smit@dienstencentrum.example>\n\n${WORDS}`,
		passedOn(''),
		{ subject: 'Koffie op de vierde' },
	),
];
