/** What somebody wrote now, apart from the earlier messages below (or between) it. */
export interface SplitText {
	text: string;
	quotedText: string;
}

const QUOTED_LINE = /^\s*>/;
const FORWARD_LINE =
	/^\s*-{2,}\s*(oorspronkelijk|doorgestuurd|original|forwarded)[^-]*-{2,}\s*$|^\s*(begin doorgestuurd bericht|begin forwarded message)\s*:?\s*$/i;
const WROTE_LINE =
	/^\s*(op\s.+\b(schreef|heeft)\b.*|on\s.+\bwrote\s*):?\s*$|^\s*op\s.+\bschreef\b.*:\s*$|^\s*.+ schreef op .+:\s*$/i;
const HEADER_START = /^\s*\**(van|from)\**\s*:\s*\S/i;
const HEADER_NEXT = /^\s*\**(verzonden|sent|aan|to|datum|date|onderwerp|subject)\**\s*:/i;

/** The block of `Van: / Verzonden: / Aan:` that Outlook puts above the message it quotes. */
function isHeaderBlock(lines: string[], start: number): boolean {
	if (!HEADER_START.test(lines[start]!)) return false;
	return lines.slice(start + 1, start + 4).some((line) => HEADER_NEXT.test(line));
}

const nextFilled = (lines: string[], start: number): string =>
	lines.slice(start).find((line) => line.trim() !== '') ?? '';

/**
 * Separates new text from quoted history, as Outlook, Gmail and plain-text mailers mark it, in Dutch
 * and English. Lines behind `>` are quoted one by one, so an answer between or below them is kept;
 * a header block or an "original message" line makes all that follows history.
 */
export function splitQuotedText(source: string): SplitText {
	const lines = source.replace(/\r\n?/g, '\n').split('\n');
	const own: string[] = [];
	const quoted: string[] = [];
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index]!;
		const introducesQuote = WROTE_LINE.test(line) && line.length < 200;
		const inline = introducesQuote && QUOTED_LINE.test(nextFilled(lines, index + 1));
		if (QUOTED_LINE.test(line) || inline) {
			quoted.push(line);
		} else if (introducesQuote || FORWARD_LINE.test(line) || isHeaderBlock(lines, index)) {
			quoted.push(...lines.slice(index));
			break;
		} else {
			own.push(line);
		}
	}
	return { text: own.join('\n').trim(), quotedText: quoted.join('\n').trim() };
}
