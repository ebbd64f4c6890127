import { stemmer as dutchStem } from '@orama/stemmers/dutch';
import type { Feature } from './feature';

/** How often each feature occurs, with the words in which it was found first. */
export type Counts = Map<string, { count: number; term: string }>;

/** Parts of a word are this many characters long. */
const GRAM_SIZES = { shortest: 3, longest: 5 };

export function add(counts: Counts, name: string, term: string): void {
	const known = counts.get(name);
	if (known) known.count++;
	else counts.set(name, { count: 1, term });
}

/** Sublinear counts, scaled so that a long text speaks no louder than a short one. */
export function scaled(counts: Counts, voice: number): Feature[] {
	const values = [...counts].map(([name, { count, term }]) => ({ name, term, value: 1 + Math.log(count) }));
	const length = Math.hypot(...values.map(({ value }) => value)) || 1;
	return values.map((feature) => ({ ...feature, value: (feature.value / length) * voice }));
}

/** Snowball's Dutch stem of a word; kinds of numbers and punctuation stay as they are. */
export const stemOf = (word: string): string => (/^[a-z'-]+$/.test(word) ? dutchStem(word) : word);

/** Words by their stem, one and two in a row ("kapotte stoelen" is "kapot stoel"). `mark` starts their names. */
export function addStems(counts: Counts, words: readonly string[], mark: string): Counts {
	const stems = words.map(stemOf);
	stems.forEach((stem, index) => {
		add(counts, `${mark}${stem}`, words[index]!);
		const next = stems[index + 1];
		if (next !== undefined) add(counts, `${mark}${stem} ${next}`, `${words[index]} ${words[index + 1]}`);
	});
	return counts;
}

/** Parts of words (`~` marks where a word begins or ends): what compounds and typing errors have in common. */
export function addGrams(counts: Counts, words: readonly string[], mark: string): Counts {
	for (const word of words) {
		if (!/^[a-z'-]{4,}$/.test(word)) continue;
		const marked = `~${word}~`;
		for (let size = GRAM_SIZES.shortest; size <= GRAM_SIZES.longest; size++) {
			for (let at = 0; at + size <= marked.length; at++) {
				add(counts, `${mark}${marked.slice(at, at + size)}`, word);
			}
		}
	}
	return counts;
}
