import type { Span } from '../finding';
import { bounded, spanOf } from './bounded';

const LEAST_LETTERS = 3;
const SPECIAL = /[.*+?^${}()|[\]\\/-]/g;

/** The words of names that are known beforehand, such as the customer's; "de", "van" and initials stay. */
export function findNames(text: string, names: readonly string[]): Span[] {
	const words = names.flatMap((name) => name.match(/[\p{L}\p{M}'-]+/gu) ?? []);
	const telling = [...new Set(words)].filter(
		(word) => word.length >= LEAST_LETTERS && word[0] !== word[0]!.toLowerCase(),
	);
	if (telling.length === 0) return [];
	const source = telling.map((word) => word.replace(SPECIAL, String.raw`\$&`)).join('|');
	return [...text.matchAll(bounded(source))].map((match) => spanOf(match));
}
