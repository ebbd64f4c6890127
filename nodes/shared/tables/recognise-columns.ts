import { bareWords } from '../text/bare-words';

/** What columns an administrator says the meaning of; an empty field means that it is left out on purpose. */
export type Mapping<F extends string> = Record<string, F | ''>;

/**
 * Recognises columns by their headings.
 * @param headings by field, bare
 * @returns which field a column fills; undefined when that is not known, null when it is left out on purpose
 */
export function columnRecogniser<F extends string>(
	headings: Record<F, readonly string[]>,
	leftOut: ReadonlySet<string> = new Set(),
): (heading: string, mapping: Mapping<F>) => F | null | undefined {
	const fieldOf = new Map(
		Object.entries<readonly string[]>(headings).flatMap(([field, names]) =>
			names.map((name) => [name, field as F] as const),
		),
	);
	return (heading, mapping) => {
		const said = Object.entries<F | ''>(mapping).find(([name]) => bareWords(name) === bareWords(heading));
		if (said) return said[1] === '' ? null : said[1];
		return leftOut.has(bareWords(heading)) ? null : fieldOf.get(bareWords(heading));
	};
}
