/**
 * The text without these characters at its end. In one step back per character: a pattern such as `/ +$/` takes
 * time with the square of a long run of them that is not at the end.
 */
export function trimEndOf(text: string, characters: string): string {
	let end = text.length;
	while (end > 0 && characters.includes(text[end - 1]!)) end--;
	return text.slice(0, end);
}

/** The text without these characters at its start and end. */
export function trimOf(text: string, characters: string): string {
	let start = 0;
	while (start < text.length && characters.includes(text[start]!)) start++;
	return trimEndOf(text.slice(start), characters);
}
