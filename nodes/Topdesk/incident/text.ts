import { trimEndOf } from '../../shared/text/trim';

/** Room for the brief description, in characters (TOPdesk incident API). */
export const BRIEF_DESCRIPTION_MAX = 80;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Whether a text does not fit in a brief description as it is. */
export const isTooLong = (text: string): boolean => oneLine(text).length > BRIEF_DESCRIPTION_MAX;

/**
 * Shortens a text to `max` characters at the end of a word, with … as its last character. Line ends
 * become spaces: a brief description is one line. A single word that is too long is cut.
 */
export function shortenAtWord(text: string, max = BRIEF_DESCRIPTION_MAX): string {
	const line = oneLine(text);
	if (line.length <= max) return line;
	const cut = line.slice(0, max - 1);
	const endsOnWord = line[max - 1] === ' ';
	const lastSpace = cut.lastIndexOf(' ');
	const words = endsOnWord || lastSpace <= 0 ? cut : cut.slice(0, lastSpace);
	// A half surrogate pair at the end would not be valid text.
	return `${trimEndOf(words.replace(/[\uD800-\uDBFF]$/, ''), ' \t\r\n.,;:!?-')}…`;
}

/** Writes plain text in the little HTML that TOPdesk allows in request and action. */
export function plainTextToHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replace(/\r\n?|\n/g, '<br>');
}
