/** Longer lines are prose or noise; marks of mail programs are short. It also bounds the work per line. */
const LONGEST_MARK = 1000;

/** A line as its mark is recognised by: one kind of space, no zero-width characters, no space around it. */
export function bareLine(line: string): string {
	if (line.length > LONGEST_MARK) return '';
	return line
		.replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
		.replace(/[\s\u00A0\u2007\u202F]+/g, ' ')
		.trim();
}

/** Lines of a text, whatever their line ends. */
export const linesOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\n');

/** The first line from `start` on that is not blank, bare; empty when there is none. */
export function nextFilled(lines: readonly string[], start: number): string {
	for (let index = start; index < lines.length; index++) {
		const line = bareLine(lines[index]!);
		if (line !== '' || lines[index]!.length > LONGEST_MARK) return line;
	}
	return '';
}
