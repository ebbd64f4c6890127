import { ORIGINAL } from '../reports';
import { multipart, OWN_ADDRESS, part, text, type HeaderLine } from '../compose';
import { envelopeCase as one } from '../make-case';
import type { CorpusCase } from '../corpus-case';

const answers: HeaderLine[] = [['In-Reply-To', ORIGINAL]];

export const people: CorpusCase[] = [
	one(
		'mens-automatisch-antwoord-instellen',
		'Iemand vraagt hoe een automatisch antwoord werkt',
		{ subject: 'Automatisch antwoord instellen lukt niet' },
		'Ik krijg mijn afwezigheidsmelding niet aangezet.',
		{ text: 'Ik krijg mijn afwezigheidsmelding niet aangezet.' },
	),
	one(
		'mens-out-of-office',
		'Iemand klaagt over de afwezigheidsassistent',
		{ subject: 'Out of office werkt niet' },
		'Mijn out of office gaat niet aan.',
		{},
	),
	one(
		'mens-lift-afwezig',
		'Het woord afwezig in een gewone vraag',
		{ subject: 'Lift afwezig?' },
		'Er zit geen lift in gebouw C. Klopt dat?',
		{ text: 'Er zit geen lift in gebouw C. Klopt dat?' },
	),
	one(
		'mens-collega-afwezig',
		'Een collega is afwezig',
		{ subject: 'Collega is afwezig' },
		'Mijn collega is afwezig, wie opent de kluis?',
		{},
	),
	one(
		'mens-afwezig-tot',
		'Iemand meldt zelf dat hij afwezig is',
		{ subject: 'Afwezig tot 9 maart, graag plant water geven' },
		'Kan iemand mijn plant water geven?',
		{},
	),
	one(
		'mens-suppress',
		'Gewone mail uit Exchange met X-Auto-Response-Suppress',
		{ subject: 'Stoel kapot', more: [['X-Auto-Response-Suppress', 'DR, OOF, AutoReply']] },
		'Mijn bureaustoel zakt steeds naar beneden.',
		{},
	),
	one(
		'mens-auto-submitted-no',
		'Auto-Submitted: no',
		{ subject: 'Stoel kapot', more: [['Auto-Submitted', 'no']] },
		'Mijn bureaustoel zakt.',
		{},
	),
	one(
		'mens-antwoord-op-auto',
		'Iemand antwoordt op een automatisch antwoord',
		{ subject: 'RE: Automatisch antwoord: Lift', more: answers },
		'Dank, maar ik wacht al een week.',
		{ thread: [ORIGINAL] },
	),
	one(
		'mens-gelezen',
		'Gelezen: als gewoon onderwerp',
		{ subject: 'Gelezen: de nieuwe huisregels' },
		'Ik vind regel 3 niet duidelijk.',
		{},
	),
	one(
		'mens-read',
		'Read: als gewoon onderwerp',
		{ subject: 'Read: please fix the door' },
		'The door of room 2 does not close.',
		{ language: 'en' },
	),
	one(
		'mens-geaccepteerd',
		'Geaccepteerd in een gewone zin',
		{ subject: 'Geaccepteerd: offerte stoelen' },
		'Wij gaan akkoord met de offerte. Wanneer komen de stoelen?',
		{},
	),
	one(
		'mens-onbestelbaar',
		'Een klant schrijft over een onbestelbaar pakket',
		{ subject: 'Onbestelbaar pakket bij de receptie' },
		'Er ligt al een week een pakket bij de receptie.',
		{},
	),
	one(
		'mens-uitnodiging',
		'Een uitnodiging van een mens',
		{ subject: 'Overleg schoonmaak' },
		multipart(
			'alternative',
			text('Graag bespreken we de schoonmaak.'),
			part(
				[['Content-Type', 'text/calendar; charset=utf-8; method=REQUEST']],
				'BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Overleg schoonmaak\nEND:VEVENT\nEND:VCALENDAR\n',
			),
		),
		{ text: 'Graag bespreken we de schoonmaak.' },
	),
	one(
		'mens-webformulier',
		'Een formulier schrijft uit onze naam voor een klant',
		{
			from: `Webformulier <${OWN_ADDRESS}>`,
			subject: 'Melding via het formulier',
			more: [['Reply-To', 'Emre Yilmaz <emre.yilmaz@minbox.example>']],
		},
		'De deur van de fietsenstalling gaat niet open.',
		{ customer: { name: 'Emre Yilmaz', email: 'emre.yilmaz@minbox.example' } },
	),
	one(
		'mens-noreply-formulier',
		'Een formulier met no-reply en een antwoordadres',
		{
			from: 'noreply@formulieren.example',
			subject: 'Nieuwe melding',
			more: [['Reply-To', 'ilse.vos@minbox.example']],
		},
		'Er is geen papier in de printer.',
		{ customer: { name: null, email: 'ilse.vos@minbox.example' } },
	),
];
