import { bodyCase as one } from '../make-case';
import type { CorpusCase } from '../corpus-case';

export const signatures: CorpusCase[] = [
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
