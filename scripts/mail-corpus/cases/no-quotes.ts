import { bodyCase as one } from '../make-case';
import type { CorpusCase } from '../corpus-case';

/** What looks like a quote and is none. */
export const noQuotes: CorpusCase[] = [
	one(
		'geen-citaat-op-maandag',
		'Een zin die met "Op maandag" begint',
		'Op maandag was de koffie op.\nOp dinsdag schreef ik dat al op het bord.',
		{
			text: 'Op maandag was de koffie op.\nOp dinsdag schreef ik dat al op het bord.',
			quotedStarts: '',
		},
	),
	one(
		'geen-citaat-schreef-ik',
		'De klant vertelt wat hij eerder schreef',
		'Op 3 maart 2026 om 10:12 schreef ik u het volgende:\nde printer is stuk. Ik hoorde niets meer.',
		{
			textStarts: 'Op 3 maart 2026 om 10:12 schreef ik',
			textEnds: 'Ik hoorde niets meer.',
			quotedStarts: '',
		},
	),
	one(
		'geen-citaat-uw-collega',
		'De klant haalt een collega aan',
		'Op maandag 2 maart schreef uw collega mij dat het was opgelost:\ndat is niet zo.',
		{
			textEnds: 'dat is niet zo.',
			quotedStarts: '',
		},
	),
	one(
		'geen-citaat-verhuizing',
		'Van en Aan in een lijst van de klant',
		'Graag een verhuizing:\n\nVan: kamer 3.14\nAan: kamer 5.20\n\nHet gaat om twee bureaus.',
		{
			textEnds: 'Het gaat om twee bureaus.',
			textContains: ['Van: kamer 3.14', 'Aan: kamer 5.20'],
			quotedStarts: '',
		},
	),
	one(
		'geen-citaat-verhuizing-datum',
		'Van, Aan, Datum en Onderwerp in een lijst van de klant',
		'Van: kamer 3.14\nAan: kamer 5.20\nDatum: 12 maart\nOnderwerp: verhuizing bureaus\n\nKan dit in de ochtend?',
		{
			textStarts: 'Van: kamer 3.14',
			textEnds: 'Kan dit in de ochtend?',
			quotedStarts: '',
		},
	),
	one(
		'geen-citaat-route',
		'Van en To in een Engelse zin',
		'From: the lobby\nTo: room 2.10\n\nPlease bring the chairs there.',
		{
			textStarts: 'From: the lobby',
			quotedStarts: '',
			language: 'en',
		},
	),
	one(
		'geen-citaat-groter-dan',
		'Een groterteken aan het begin van een zin',
		'In de vergaderzaal is het te warm:\n> 28 graden gisteren.\nGraag de airco nakijken.',
		{
			textContains: ['> 28 graden gisteren.'],
			textEnds: 'Graag de airco nakijken.',
			quotedStarts: '',
		},
	),
	one(
		'geen-citaat-streepjes',
		'Streepjes tussen twee onderwerpen',
		'De printer op 2.10 is stuk.\n\n----------\n\nEn de koffie is op.',
		{
			textEnds: 'En de koffie is op.',
			quotedStarts: '',
		},
	),
	one(
		'geen-citaat-onderwerp',
		'Een brief met een eigen Betreft-regel',
		'Datum: 3 maart 2026\nOnderwerp: klacht over de catering\n\nGeachte heer, mevrouw,\n\nDe lunch was koud.',
		{
			textStarts: 'Datum: 3 maart 2026',
			textEnds: 'De lunch was koud.',
			quotedStarts: '',
		},
	),
	one(
		'geen-citaat-dit-bericht',
		'Een zin die begint als een disclaimer',
		'De lamp is stuk.\n\nDit bericht is al de derde melding. Ik wil graag een antwoord.',
		{
			textEnds: 'Ik wil graag een antwoord.',
		},
	),
	one(
		'geen-citaat-verzonden',
		'Een pakket dat verzonden is',
		'Pakket kwijt.\nVan: Magazijn Rijswijk\nVerzonden: donderdag\nAan: balie 1\n\nWie heeft het aangenomen?',
		{
			textEnds: 'Wie heeft het aangenomen?',
			quotedStarts: '',
		},
	),
];
