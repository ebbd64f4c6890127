import { escapeHtml } from '../../shared/text/escape-html';
import { foldText } from '../../shared/text/tokens';
import type { WordWeight } from './word-weights';

/** What is marked: colour and line differ, so that neither is needed to tell them apart. */
const FOR = 'background-color:#d3ecd3;color:#1a1a1a;text-decoration:underline solid 2px #1b5e20;';
const AGAINST = 'background-color:#fde3cf;color:#1a1a1a;text-decoration:underline dotted 2px #8a2f00;';
const FRAGMENT = 'font-family:Calibri,Verdana,Arial,sans-serif;font-size:16px;line-height:1.6;color:#1a1a1a;';

/** A longer message is cut off here: a person has read enough to judge. */
const MOST_CHARACTERS = 5_000;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;

interface Marked {
	for: readonly WordWeight[];
	against: readonly WordWeight[];
	/** What the words are for or against. */
	name: string;
}

const mark = (text: string, style: string): string => `<mark style="${style}">${escapeHtml(text)}</mark>`;

function marked(text: string, styles: ReadonlyMap<string, string>): string {
	let html = '';
	let from = 0;
	for (const match of text.matchAll(WORD)) {
		const style = styles.get(foldText(match[0]));
		if (!style) continue;
		html += escapeHtml(text.slice(from, match.index)) + mark(match[0], style);
		from = match.index + match[0].length;
	}
	return (html + escapeHtml(text.slice(from))).replace(/\n/g, '<br>\n');
}

/**
 * The message with the words marked that speak for and against its category, and below it the same in words. A
 * fragment for a page or mail of one's own: no script, no style sheet, and nothing of the message as HTML.
 */
export function highlightedHtml(
	{ subject, text }: { subject: string; text: string },
	lines: readonly string[],
	words: Marked,
): string {
	const styles = new Map([
		...words.for.map(({ word }) => [word, FOR] as const),
		...words.against.map(({ word }) => [word, AGAINST] as const),
	]);
	const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text;
	const name = escapeHtml(words.name);
	return `<div lang="nl" style="${FRAGMENT}">
<p>${mark('Doorgetrokken streep', FOR)}: pleit voor ${name}. ${mark('Stippellijn', AGAINST)}: pleit tegen ${name}.</p>
<p><strong>${marked(subject, styles)}</strong></p>
<p>${marked(cut, styles)}</p>
<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>
</div>`;
}
