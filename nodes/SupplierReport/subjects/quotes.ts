import { SUPPLIERS } from '../../shared/domain/codebook';
import { maskPersonalData } from '../../shared/privacy/mask-personal-data';
import { foldText } from '../../shared/text/tokens';
import { phrasesOf } from './phrases';

const LENGTH = { shortest: 25, longest: 180 };
const KNOWN_NAMES = new Set<string>([
	...SUPPLIERS,
	'ICT',
	'PDC',
	'WC',
	'CV',
	'USB',
	'PC',
	'IT',
	'MFC',
	'BHV',
	'VPN',
]);
const CAPITALISED = /(?<=\s["'(]?)\p{Lu}[\p{L}\d'-]*/gu;
/** A number can be a room, a telephone or a case: it leads to somebody. */
const TELLING = /\d{3,}|@|https?:|\[[A-Z]/;
/** Words with which a sentence of a service desk's mail begins; a name that we do not know can stand there too. */
const OPENINGS = new Set(
	`aan al alle als bij daar dan dat de deze die dit door een er graag het hier hoe ik in inmiddels is kan kunnen kunt maar met
	misschien na naar niet nog nu om ondanks onze ook op over sinds toch tot toen tijdens vanaf vandaag vanmorgen
	vanochtend vaak volgens voor waar waarom wanneer wat we weer wel wie wij ze zijn zij zo zou gisteren mijn jullie
	elke iedere heel erg complimenten bedankt dank fijn prima goed telkens steeds opnieuw helaas net mooi wederom
	geen niemand iedereen iemand collega's medewerkers gebruikers`.split(/\s+/),
);

/** A sentence that may stand in a report. */
export interface Quote {
	written: string;
	/** Keys of its phrases, see `Phrase`. */
	keys: ReadonlySet<string>;
}

/**
 * The sentences of a text that name nobody and nothing that leads to somebody. What finds names misses some, so a
 * sentence with a capital inside, or an unusual first word, is passed over.
 * @param isWanted of what it is about; finding personal data takes long, so what nobody wants is not looked at
 */
export function quotableSentences(
	text: string,
	isWanted: (keys: ReadonlySet<string>) => boolean = () => true,
): Quote[] {
	return sentencesOf(text).flatMap((written): Quote[] => {
		if (written.length < LENGTH.shortest || written.length > LENGTH.longest) return [];
		const capitals = written.match(CAPITALISED) ?? [];
		if (!capitals.every((word) => KNOWN_NAMES.has(word))) return [];
		const [first = ''] = foldText(written).match(/[a-z'-]+/) ?? [];
		if (!OPENINGS.has(first)) return [];
		const keys = new Set(phrasesOf(written).map(({ key }) => key));
		if (!isWanted(keys) || TELLING.test(maskPersonalData(written).text)) return [];
		return [{ written, keys }];
	});
}

const sentencesOf = (text: string): string[] =>
	text.split(/(?<=[.!?])\s+|\n+/).map((sentence) => sentence.replace(/\s+/g, ' ').trim());
