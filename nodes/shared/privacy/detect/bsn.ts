import type { Span } from '../finding';
import { bounded, isOtherNumber, spanOf } from './bounded';

const NUMBER = bounded(
	String.raw`\d{8,9}|\d{4}[ .\u00a0-]\d{2}[ .\u00a0-]\d{3}|\d{3}[ .\u00a0-]\d{3}[ .\u00a0-]\d{3}`,
);
const CONTEXT = bounded(
	'bsn(?:-?(?:nummer|nr))?|burger ?service ?(?:nummer|nr)|sofi(?:-?(?:nummer|nr))?|persoonsnummer',
);

/** Where a sentence or a line ends. */
const SENTENCE_END = /\n|[.!?](?=\s)/g;

/**
 * The 11-proef for a BSN: nine times the first digit, eight times the second, and so on, minus the last one, is
 * a multiple of eleven. Source: Logisch Ontwerp BSN, RvIG.
 *
 * @param digits eight or nine; the leading zero is often left out
 */
export function passesElevenTest(digits: string): boolean {
	const nine = digits.padStart(9, '0');
	if (!/^\d{9}$/.test(nine) || /^0+$/.test(nine)) return false;
	const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
	return sum % 11 === 0;
}

function* sentences(text: string): Generator<{ start: number; words: string }> {
	let start = 0;
	for (const { index } of text.matchAll(SENTENCE_END)) {
		yield { start, words: text.slice(start, index) };
		start = index + 1;
	}
	yield { start, words: text.slice(start) };
}

/**
 * Numbers that pass the 11-proef in a sentence, or after one, that speaks of a BSN. One in eleven of all numbers
 * passes, so without such a word it may as well be an order number.
 */
export function findBsns(text: string): Span[] {
	const found: Span[] = [];
	let spokenOf = false;
	for (const { start, words } of sentences(text)) {
		if (words.trim() === '') continue;
		const speaks = words.search(CONTEXT) >= 0;
		if (speaks || spokenOf) {
			for (const match of words.matchAll(NUMBER)) {
				const isBsn = passesElevenTest(match[0].replace(/\D/g, '')) && !isOtherNumber(words, match.index);
				if (isBsn) found.push(spanOf(match, start));
			}
		}
		spokenOf = speaks;
	}
	return found;
}
