import { CLIENTS, EARLIER } from '../clients';
import { mail, multipart, text, html, type Entity } from '../compose';
import type { CorpusCase, Expected } from '../corpus-case';

/** What customers answer; every mail program gets another one. */
const ANSWERS = [
	'Beste collega,\n\nDe monteur is geweest, maar de lift staat weer stil op de derde verdieping.\n\nGroet,\nSanne',
	'Dank voor de snelle reactie! De lift doet het weer.',
	'Goedemiddag,\n\nOp maandag is de lift weer uitgevallen. Kunt u nog eens kijken?\n\nMet vriendelijke groet,\nSanne Bakker',
	'Hierbij nogmaals: het gaat om lift B, niet om lift A.\nVan de balie hoorde ik iets anders.',
	'Ik heb nog niemand gezien. Wanneer komt de monteur?\n\nSanne\n06-00000000',
	'Helaas, dit helpt niet.\n\n1. De deur klemt nog.\n2. Het licht knippert.\n\nSanne',
];

/** The new text and the history, each complete and apart. */
const perClient = Object.entries(CLIENTS).map(([name, client], index): CorpusCase => {
	const own = ANSWERS[index % ANSWERS.length]!;
	const { entity, quotedStarts, signature } = client(own, EARLIER);
	const thread = ['<antwoord-1@dienstencentrum.example>'];
	return {
		name: `citaat-${name}`,
		about: `Antwoord van een klant zoals ${name} het opmaakt`,
		source: mail(
			{
				subject: 'RE: Lift B buiten gebruik [R-2026-000123]',
				id: `<citaat-${name}@minbox.example>`,
				more: [
					['In-Reply-To', thread[0]!],
					['References', thread[0]!],
				],
			},
			entity,
		),
		expected: {
			text: own,
			quotedStarts,
			quotedContains: ['De monteur komt vandaag langs.'],
			mentions: ['R-2026-000123'],
			thread,
			...(signature ? { signatureStarts: signature } : {}),
		},
	};
});

const one = (name: string, about: string, body: string | Entity, expected: Expected): CorpusCase => ({
	name,
	about,
	source: mail({ id: `<${name}@minbox.example>` }, typeof body === 'string' ? text(body) : body),
	expected,
});

/** What looks like a quote and is none. */
const noQuotes: CorpusCase[] = [
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

const inlineAnswers: CorpusCase[] = [
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

const signatures: CorpusCase[] = [
	one(
		'handtekening-streepje',
		'Handtekening onder "-- "',
		'De printer doet het niet.\n\n-- \nSanne Bakker\nAdviseur\nT 070 000 00 00',
		{
			text: 'De printer doet het niet.',
			signatureStarts: '-- \nSanne Bakker',
		},
	),
	one(
		'handtekening-disclaimer',
		'Disclaimer van de organisatie',
		'De toegangspas werkt niet.\n\nGroet, Sanne\n\n________________________________\nDit bericht kan informatie bevatten die niet voor u is bestemd. Indien u niet de geadresseerde bent, verzoeken wij u dit te melden.',
		{
			text: 'De toegangspas werkt niet.\n\nGroet, Sanne',
			signatureStarts: '________________________________\nDit bericht kan informatie bevatten',
		},
	),
	one(
		'handtekening-disclaimer-engels',
		'Engelse disclaimer',
		'The badge reader is broken.\n\nKind regards,\nTom\n\nThis message may contain information that is not intended for you. If you are not the addressee, you are requested to inform the sender.',
		{
			text: 'The badge reader is broken.\n\nKind regards,\nTom',
			signatureStarts: 'This message may contain information',
		},
	),
	one(
		'handtekening-vertrouwelijk',
		'Disclaimer met het woord vertrouwelijk',
		'Kunt u het slot nakijken?\n\nDeze e-mail en eventuele bijlagen zijn vertrouwelijk en uitsluitend bestemd voor de geadresseerde.',
		{
			text: 'Kunt u het slot nakijken?',
			signatureStarts: 'Deze e-mail en eventuele bijlagen',
		},
	),
	one(
		'handtekening-milieu',
		'Denk aan het milieu',
		'Graag een nieuwe stoel.\n\nDenk aan het milieu voordat u deze mail afdrukt.',
		{
			text: 'Graag een nieuwe stoel.',
			signatureStarts: 'Denk aan het milieu',
		},
	),
	one(
		'handtekening-samsung',
		'Verzonden vanaf een telefoon',
		'Toilet 2e etage is verstopt\n\nVerzonden vanaf mijn Samsung Galaxy-smartphone.',
		{
			text: 'Toilet 2e etage is verstopt',
			signatureStarts: 'Verzonden vanaf mijn Samsung',
		},
	),
	one(
		'handtekening-windows',
		'Verzonden vanuit Mail voor Windows',
		'De zonwering zit vast.\n\nVerzonden vanuit Mail voor Windows',
		{
			text: 'De zonwering zit vast.',
			signatureStarts: 'Verzonden vanuit Mail voor Windows',
		},
	),
	one(
		'handtekening-sent-from',
		'Sent from my iPhone',
		'Airco lekt boven mijn bureau\n\nSent from my iPhone',
		{
			text: 'Airco lekt boven mijn bureau',
			signatureStarts: 'Sent from my iPhone',
		},
	),
	one(
		'handtekening-ps',
		'Een P.S. onder de groet blijft bij de tekst',
		'Het raam sluit niet.\n\nMet vriendelijke groet,\nSanne Bakker\n\nP.S. De sleutel ligt bij de receptie.',
		{
			textEnds: 'P.S. De sleutel ligt bij de receptie.',
		},
	),
	one('handtekening-alleen', 'Alleen een handtekening', 'Verstuurd vanaf mijn iPhone', {
		text: 'Verstuurd vanaf mijn iPhone',
	}),
	one(
		'handtekening-zin-met-verzonden',
		'Een zin die met Verzonden begint',
		'Verzonden heb ik het vorige week al, maar er kwam geen reactie.\nGraag alsnog.',
		{
			textStarts: 'Verzonden heb ik het',
			textEnds: 'Graag alsnog.',
		},
	),
];

export const quotes: CorpusCase[] = [...perClient, ...noQuotes, ...inlineAnswers, ...signatures];
