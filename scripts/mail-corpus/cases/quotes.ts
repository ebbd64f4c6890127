import { multipart, text, html } from '../compose';
import { bodyCase as one } from '../make-case';
import type { CorpusCase } from '../corpus-case';

export const quotes: CorpusCase[] = [
	one(
		'citaat-zonder-tijd',
		'Dag en naam, zonder tijd en adres',
		'Er is nog niets gebeurd.\n\nOp do 15 jan schreef Servicedesk:\nUw aanvraag is geregistreerd.',
		{ text: 'Er is nog niets gebeurd.', quotedStarts: 'Op do 15 jan schreef Servicedesk:' },
	),
	one(
		'antwoord-tussen-citaat',
		'Antwoorden tussen de geciteerde regels',
		'Op 2-3-2026 om 16:05 schreef Dienstencentrum:\n> Welke lift is het?\n\nLift B.\n\n> Op welke verdieping?\n\nDe derde.\n\nSanne',
		{
			textStarts: 'Lift B.',
			textContains: ['De derde.'],
			textLacks: ['Welke lift', '>'],
			textEnds: 'Sanne',
			quotedStarts: 'Op 2-3-2026 om 16:05 schreef Dienstencentrum:',
			quotedContains: ['> Welke lift is het?', '> Op welke verdieping?'],
		},
	),
	one(
		'antwoord-onder-citaat',
		'Antwoord onder het citaat',
		'On Mon, Mar 2, 2026 at 4:05 PM Dienstencentrum <dienstencentrum@dienstencentrum.example> wrote:\n> When can we come?\n\nTomorrow morning is fine.',
		{
			text: 'Tomorrow morning is fine.',
			quotedContains: ['> When can we come?'],
		},
	),
	one(
		'antwoord-onder-kop',
		'Oorspronkelijk bericht achter groter-dan-tekens met het antwoord eronder',
		'-----Oorspronkelijk bericht-----\n> Van: Dienstencentrum\n> Verzonden: maandag 2 maart 2026 16:05\n> Onderwerp: lift\n>\n> Welke lift?\n\nLift C, bij de achteringang.',
		{
			text: 'Lift C, bij de achteringang.',
			quotedContains: ['> Welke lift?'],
		},
	),
	one(
		'citaat-dubbel',
		'Citaat in een citaat',
		'Het is nog niet opgelost.\n\nOp 2-3-2026 om 16:05 schreef Dienstencentrum:\n> Is het opgelost?\n>\n> Op 1-3-2026 om 9:00 schreef Sanne Bakker:\n>> De kraan lekt.\n>> Sanne',
		{
			text: 'Het is nog niet opgelost.',
			quotedContains: ['>> De kraan lekt.'],
		},
	),
	one(
		'citaat-alleen',
		'Een leeg antwoord: alleen het citaat',
		'Van: Dienstencentrum <dienstencentrum@dienstencentrum.example>\nVerzonden: maandag 2 maart 2026 16:05\nAan: Sanne Bakker\nOnderwerp: Lift\n\nIs het opgelost?',
		{
			text: '',
			quotedStarts: 'Van: Dienstencentrum',
		},
		{ subject: 'RE: Lift' },
	),
	one(
		'geen-citaat-webformulier',
		'Een ingevuld formulier van een website',
		'Van: Emre Yilmaz <emre.yilmaz@klant.example>\nAan: Dienstencentrum\nOnderwerp: Fietsenstalling\n\nBericht:\nDe poort gaat niet open.',
		{ textStarts: 'Van: Emre Yilmaz', textEnds: 'De poort gaat niet open.', quotedStarts: '' },
	),
	one(
		'geen-citaat-afbeelding',
		'Platte tekst van Outlook met de plek van een logo',
		'De poort gaat niet open.\n\nSanne\n[cid:image001.png@01DA6C12.3F4E5A60]',
		{ text: 'De poort gaat niet open.\n\nSanne' },
	),
	one(
		'citaat-kop-op-een-regel',
		'De kop van Outlook zonder regeleinden',
		'Nog steeds koud hier.\n\nVan: Dienstencentrum Verzonden: maandag 2 maart 2026 16:05 Aan: Sanne Bakker Onderwerp: RE: Verwarming\nDe verwarming is bijgesteld.',
		{
			text: 'Nog steeds koud hier.',
			quotedContains: ['De verwarming is bijgesteld.'],
		},
	),
	one(
		'citaat-kop-met-witregels',
		'De kop van Outlook met witregels ertussen',
		'Prima, dank.\n\nVan: Dienstencentrum <dienstencentrum@dienstencentrum.example>\n\nVerzonden: maandag 2 maart 2026 16:05\n\nAan: Sanne Bakker\n\nOnderwerp: Sleutel\n\nDe sleutel ligt klaar.',
		{
			text: 'Prima, dank.',
			quotedContains: ['De sleutel ligt klaar.'],
		},
	),
	one(
		'citaat-html-zonder-plat',
		'HTML met een stukje platte tekst dat niets zegt',
		multipart(
			'alternative',
			text('Dit bericht is in HTML. Gebruik een ander programma.'),
			html(
				'<p>De <b>beamer</b> in zaal 4 geeft geen beeld.</p><p>Graag vandaag kijken, er is om twee uur een presentatie.</p>',
			),
		),
		{
			text: 'De beamer in zaal 4 geeft geen beeld.\n\nGraag vandaag kijken, er is om twee uur een presentatie.',
		},
	),
];
