import { bareLine, linesOf, nextFilled } from './line';
import { attributionLines, isForwardLine, isQuotedLine, startsHistory } from './quote-marks';

/** What somebody wrote now, apart from the earlier messages below (or between) it. */
export interface SplitText {
	text: string;
	quotedText: string;
}

const RULER = /^[-_=*]{5,}$/;

/** Takes the ruler off the end that stands right above the history at `start`, and gives it. */
function takeRuler(own: string[], lines: readonly string[], start: number): string[] {
	let above = start - 1;
	while (above >= 0 && lines[above]!.trim() === '') above--;
	return above >= 0 && RULER.test(bareLine(lines[above]!)) ? own.splice(own.lastIndexOf(lines[above]!)) : [];
}

/**
 * Separates new text from quoted history, as Outlook, Gmail, Apple Mail, GroupWise, Notes and plain-text
 * mailers mark it, in Dutch and English. Lines behind `>` are quoted one by one, so an answer between or
 * below them is kept; a header block or an "original message" line makes all that follows history. No
 * line is lost: each is in `text` or in `quotedText`, in the order it had.
 */
export function splitQuotedText(source: string): SplitText {
	const lines = linesOf(source);
	const own: string[] = [];
	const quoted: string[] = [];
	for (let index = 0; index < lines.length; index++) {
		const announcing = isForwardLine(lines[index]!) ? 1 : attributionLines(lines, index);
		const inline = announcing > 0 && nextFilled(lines, index + announcing).startsWith('>');
		if (inline) {
			quoted.push(...lines.slice(index, index + announcing));
			index += announcing - 1;
		} else if (announcing > 0 || startsHistory(lines, index)) {
			quoted.push(...takeRuler(own, lines, index), ...lines.slice(index));
			break;
		} else if (isQuotedLine(lines, index)) {
			quoted.push(lines[index]!);
		} else {
			own.push(lines[index]!);
		}
	}
	return { text: own.join('\n').trim(), quotedText: quoted.join('\n').trim() };
}
