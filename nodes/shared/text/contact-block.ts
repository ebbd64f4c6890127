import { bareLine } from './line';

const CLOSING =
	/^(met (de )?(meeste )?(vriendelijke|hartelijke|collegiale) groet(en)?|(vriendelijke|hartelijke) groet(en)?|groet(en|jes)?|mvg|m\.v\.g|hoogachtend|(kind|best|warm) regards|regards)\b(?<rest>.*)$/i;
/** What only stands in a block of contact details: a number, an address or a site. */
const CONTACT =
	/(^|\W)(\+31|0031|0\d{1,3}[ )-]{0,2}\d{3}|06[ -]?\d)|\bwww\.|https?:\/\/|\S@\S|\bpostbus \d|\b\d{4} ?[A-Z]{2}\b| \| /i;
/** What somebody typed on purpose below the name. */
const TYPED = /^(p\.?s\b|n\.?b\b)|bereikbaar|\bbel(len)?\b|\breach\b|\bcall\b/i;
/** A longer piece, or one with sentences, is more than contact details. */
const MOST_LINES = 15;
const LONGEST_LINE = 120;

const filledFrom = (lines: readonly string[], start: number): number => {
	let index = start;
	while (index < lines.length && bareLine(lines[index]!) === '') index++;
	return index;
};

/**
 * Where the contact details below closing and name begin: function, organisation, numbers, addresses. The
 * number of lines when there are none, or when what stands there may be more than that (a P.S., a sentence).
 */
export function contactBlockStart(lines: readonly string[]): number {
	const none = lines.length;
	for (let index = lines.length - 1; index > 0 && index > lines.length - 30; index--) {
		const closing = CLOSING.exec(bareLine(lines[index]!));
		if (!closing || bareLine(lines[index]!).length > 60) continue;
		const hasName = /[^ .,:]/.test(closing.groups!.rest!);
		const start = hasName ? index + 1 : filledFrom(lines, index + 1) + 1;
		return isContactBlock(lines.slice(start).map(bareLine)) ? start : none;
	}
	return none;
}

function isContactBlock(block: readonly string[]): boolean {
	const filled = block.filter((line) => line !== '');
	if (filled.length > MOST_LINES || !filled.some((line) => CONTACT.test(line))) return false;
	const isSentence = (line: string) => /[?!]$|[a-z]{3}\.$/i.test(line) || TYPED.test(line);
	return filled.every((line) => line.length <= LONGEST_LINE && !isSentence(line));
}
