import { SMALLEST_GROUP } from '../statistics/small-groups';
import type { PhraseCounts } from './phrase-counts';

/** What people write about. */
export interface Subject {
	/** In their own words: `Printer loopt vast`. */
	name: string;
	/** Stems, see `Phrase`. */
	key: string;
	/** Texts about it. */
	count: number;
}

/** At most one in so many texts of everybody is expected to have it: more common words are no subject. */
const MOST_COMMON = 0.5;
/** Two words say more than one. */
const PAIR_BONUS = 1.6;
/** How much larger than its error a difference must be. */
const LEAST_SCORE = 2;

/**
 * Subjects that stand out here against all signals: the largest log-odds with the whole as prior, divided by their
 * error (Monroe, Colaresi and Quinn, "Fightin' Words", 2008, 3.5.1). No two share a word. None is of fewer than five
 * customers, or has a word that is in the name of one, so that nobody can be recognised.
 *
 * @param all counts of texts of every supplier, these among them
 */
export function findSubjects(here: PhraseCounts, all: PhraseCounts, most: number): Subject[] {
	const scored = [...here.ofManyCustomers()]
		.filter(({ count }) => count <= MOST_COMMON * here.texts || here.texts < 2 * SMALLEST_GROUP)
		.filter(({ key }) => !here.names(key) && !all.names(key))
		.map((phrase) => ({ ...phrase, score: scoreOf(phrase, here, all) }))
		.filter(({ score }) => score >= LEAST_SCORE)
		.sort((a, b) => b.score - a.score);
	const taken = new Set<string>();
	const subjects: Subject[] = [];
	for (const { key, count, written } of scored) {
		const stems = key.split(' ');
		if (subjects.length === most) break;
		if (stems.some((stem) => taken.has(stem))) continue;
		for (const stem of stems) taken.add(stem);
		subjects.push({ name: written.charAt(0).toUpperCase() + written.slice(1), key, count });
	}
	return subjects.sort((a, b) => b.count - a.count);
}

function scoreOf(
	{ key, count }: { key: string; count: number },
	here: PhraseCounts,
	all: PhraseCounts,
): number {
	const elsewhere = all.countOf(key) + 0.5;
	const ratio = Math.log((count + 0.5) / (here.texts - count + 0.5));
	const usual = Math.log(elsewhere / Math.max(0.5, all.texts - elsewhere + 1));
	const score = (ratio - usual) / Math.sqrt(1 / (count + 0.5) + 1 / elsewhere);
	// Where nothing stands out against others, what is said most is still what it is about.
	const frequent = Math.sqrt(count) / 2;
	return Math.max(score, frequent) * (key.includes(' ') ? PAIR_BONUS : 1);
}
