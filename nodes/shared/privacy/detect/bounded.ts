import type { Span } from '../finding';

/** Stands for a placeholder of a masked text while it is searched: no letter, digit or space. */
export const HIDDEN = '\uFFFC';

/**
 * A pattern that matches whole words and numbers only. What is found therefore never touches a letter or digit, so
 * that masking it cannot make a find of what stands beside it.
 */
export const bounded = (source: string): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])`, 'giu');

export const spanOf = (match: RegExpExecArray, offset = 0): Span => ({
	start: match.index + offset,
	end: match.index + offset + match[0].length,
});

/** Names of other numbers: a number directly after one of these is not the customer's own. */
const OTHER_NUMBER =
	/(?:order|bestel|factuur|melding|meld|ticket|incident|zaak|dossier|project|serie|artikel|kvk|klant|contract|inkooporder|verplichtingen|kenmerk|referentie|versie)(?:s?-?(?:nummer|nr|id))?[\s.:#-]{0,3}$/iu;

/** How far back the name of a number may begin. */
const NAME_CHARACTERS = 40;

export const isOtherNumber = (text: string, start: number): boolean =>
	OTHER_NUMBER.test(text.slice(Math.max(0, start - NAME_CHARACTERS), start));
