/** A line of at most so many characters, and an ellipsis when it was longer: cut between words where it has any. */
export function shorten(line: string, max: number): string {
	if (line.length <= max) return line;
	const lastSpace = line.lastIndexOf(' ', max - 1);
	return `${line.slice(0, lastSpace > 0 ? lastSpace : max).toWellFormed()} …`;
}
