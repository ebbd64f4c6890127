/**
 * Looks for mails in the corpus that are nearly the same: `npx ts-node scripts/classifier/near-duplicates.ts`.
 * A near-copy on both sides of a split makes a model look better than it is. Mails of one thread may quote each other;
 * they are listed but allowed, because a split keeps a thread together. Ends with exit code 1 when two mails of
 * different threads are alike.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS_FOLDER, readMails, type LabelledMail } from '../../nodes/SignalClassifier/training/corpus';

export const GRAM_LENGTH = 5;
/** Above this share of common grams two mails count as near-copies. */
export const TOO_MUCH_ALIKE = 0.5;

export interface Pair {
	first: string;
	second: string;
	/** Jaccard index of their character 5-grams, 0 to 1. */
	alike: number;
	sameThread: boolean;
}

/** Differences in capitals, spaces and line ends do not make another mail. */
export function characterGrams(text: string): Set<string> {
	const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
	const grams = new Set<string>();
	for (let at = 0; at + GRAM_LENGTH <= plain.length; at++) grams.add(plain.slice(at, at + GRAM_LENGTH));
	return plain.length < GRAM_LENGTH ? new Set([plain]) : grams;
}

/** Size of the intersection divided by the size of the union; two empty sets are not alike. */
export function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
	const [small, large] = one.size <= other.size ? [one, other] : [other, one];
	let common = 0;
	for (const gram of small) if (large.has(gram)) common++;
	const union = small.size + large.size - common;
	return union === 0 ? 0 : common / union;
}

/**
 * Positions of texts that may be more alike than `above`. Two sets that share so much share one of their rarest
 * grams too, so each set is looked up by those only (prefix filtering); the rest need no counting.
 */
function candidates(sets: readonly ReadonlySet<string>[], above: number): [number, number][] {
	const inSets = new Map<string, number>();
	for (const set of sets) for (const gram of set) inSets.set(gram, (inSets.get(gram) ?? 0) + 1);
	const byGram = new Map<string, number[]>();
	return sets.flatMap((set, at) => {
		const rarest = [...set].sort((a, b) => inSets.get(a)! - inSets.get(b)! || (a < b ? -1 : 1));
		const earlier = new Set<number>();
		for (const gram of rarest.slice(0, set.size - Math.ceil(above * set.size) + 1)) {
			const holders = byGram.get(gram) ?? [];
			for (const holder of holders) earlier.add(holder);
			holders.push(at);
			byGram.set(gram, holders);
		}
		return [...earlier].map((holder): [number, number] => [holder, at]);
	});
}

/** All pairs that are more alike than `above`, the most alike first. */
export function nearDuplicates(
	mails: readonly Pick<LabelledMail, 'id' | 'subject' | 'body' | 'thread'>[],
	above = TOO_MUCH_ALIKE,
): Pair[] {
	const grams = mails.map(({ subject, body }) => characterGrams(`${subject}\n${body}`));
	return candidates(grams, above)
		.flatMap(([one, other]): Pair[] => {
			const alike = jaccard(grams[one]!, grams[other]!);
			if (alike <= above) return [];
			const [first, second] = [mails[one]!, mails[other]!];
			const sameThread = first.thread !== undefined && first.thread === second.thread;
			return [{ first: first.id, second: second.id, alike, sameThread }];
		})
		.sort((a, b) => b.alike - a.alike);
}

function main(): void {
	const files = readdirSync(CORPUS_FOLDER).filter((name) => name.endsWith('.jsonl'));
	// The end-to-end test sends a mail twice on purpose, so its mails count as one thread.
	const mails = files.flatMap((name) =>
		readMails(join(CORPUS_FOLDER, name)).map((mail) =>
			name === 'intake.jsonl' ? { ...mail, thread: name } : mail,
		),
	);
	const pairs = nearDuplicates(mails);
	for (const { first, second, alike, sameThread } of pairs) {
		console.log(`${first} ${second} ${alike.toFixed(2)}${sameThread ? ' (same thread)' : ''}`);
	}
	const across = pairs.filter(({ sameThread }) => !sameThread).length;
	console.log(
		`${mails.length} mails in ${files.length} files: ${pairs.length} pairs above ${TOO_MUCH_ALIKE}, ${across} of them across threads.`,
	);
	if (across > 0) process.exitCode = 1;
}

if (require.main === module) main();
