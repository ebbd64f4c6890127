import { CLIENTS, EARLIER } from '../clients';
import { mail } from '../compose';
import type { CorpusCase } from '../corpus-case';

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
export const answers = Object.entries(CLIENTS).map(([name, client], index): CorpusCase => {
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
