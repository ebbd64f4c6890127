import { stemmer } from '@orama/stemmers/dutch';

/** People use the same words over and over: looking one up is much faster than stemming it again. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/** The stem of a Dutch word in lower case (Snowball). */
export function dutchStem(word: string): string {
	let stem = known.get(word);
	if (stem === undefined) {
		if (known.size >= MOST_KNOWN) known.clear();
		stem = stemmer(word);
		known.set(word, stem);
	}
	return stem;
}
