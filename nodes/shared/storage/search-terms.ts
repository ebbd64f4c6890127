import { dutchStem } from '../text/dutch-stem';
import { foldText } from '../text/tokens';

/** A word that must be there: by its stem, or, for what was typed as `verlicht*`, by how it starts. */
export interface SearchTerm {
	stem: string;
	start?: string;
}

/** A document with all words that were asked for, see `SearchDocumentTable`. */
export interface FoundDocument {
	number: number;
	signal_id: string;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** What is longer is no word that somebody looks for, and an index has its limits. */
const MAX_CHARACTERS = 40;
const MAX_WORDS = 5_000;
/** Of one text: what is longer is a log or a list. */
const MAX_TEXT = 200_000;

/** Words that hardly tell signals apart; asked for beside others, they are not looked for. */
const LITTLE_SAYING = new Set(
	'aan al bij dat de den der deze die dit door een en er had heb hebben heeft het hij ik in is je maar met mij mijn naar niet nog of om ons onze ook op over te tot u uit uw van voor was wat we wel werd wij worden wordt ze zich zij zijn zo'.split(
		' ',
	),
);

const stemOf = (word: string): string => {
	const short = word.slice(0, MAX_CHARACTERS);
	return /^\p{L}+$/u.test(short) ? dutchStem(short) : short;
};

const wordsIn = (text: string): string[] => foldText(text.slice(0, MAX_TEXT)).match(WORD) ?? [];

/** The words of these texts to be found by: each stem once, between spaces. */
export function searchableWords(texts: ReadonlyArray<string | null>): string {
	const stems = new Set<string>();
	for (const text of texts) {
		for (const word of wordsIn(text ?? '')) {
			if (stems.size === MAX_WORDS) break;
			stems.add(stemOf(word));
		}
	}
	return [...stems].join(' ');
}

/** What somebody typed in order to search: all of its words must be there, in any form. */
export function searchTerms(typed: string): SearchTerm[] {
	const terms = typed.split(/\s+/).flatMap((part) => {
		const words = wordsIn(part);
		return words.map((word, index): SearchTerm => {
			const isStart = part.endsWith('*') && index === words.length - 1;
			return { stem: stemOf(word), ...(isStart && { start: word.slice(0, MAX_CHARACTERS) }) };
		});
	});
	const telling = terms.filter(({ stem, start }) => start !== undefined || !LITTLE_SAYING.has(stem));
	return telling.length > 0 ? telling : terms;
}
