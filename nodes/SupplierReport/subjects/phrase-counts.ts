import { phrasesOf } from './phrases';

interface PhraseCount {
	/** Texts that have it. */
	count: number;
	/** How often each way to write it occurred; the rare ones are not kept. */
	written: Map<string, number>;
}

/** More phrases than this are not kept: those that were seen once go first, so memory does not grow with the texts. */
const MOST_PHRASES = 100_000;
const MOST_WAYS = 8;

/** How many texts have each phrase. */
export class PhraseCounts {
	private readonly counts = new Map<string, PhraseCount>();
	texts = 0;

	add(text: string): void {
		this.texts++;
		for (const { key, written } of phrasesOf(text)) {
			const known = this.counts.get(key);
			if (!known) {
				this.counts.set(key, { count: 1, written: new Map([[written, 1]]) });
				continue;
			}
			known.count++;
			const times = known.written.get(written);
			if (times !== undefined || known.written.size < MOST_WAYS) known.written.set(written, (times ?? 0) + 1);
		}
		if (this.counts.size > MOST_PHRASES) this.forgetRare();
	}

	/** Phrases in at least so many texts. */
	*frequent(least: number): Generator<{ key: string; count: number; written: string }> {
		for (const [key, { count, written }] of this.counts) {
			if (count >= least) yield { key, count, written: mostOften(written) };
		}
	}

	countOf(key: string): number {
		return this.counts.get(key)?.count ?? 0;
	}

	private forgetRare(): void {
		for (let below = 2; this.counts.size > MOST_PHRASES / 2; below *= 2) {
			for (const [key, { count }] of this.counts) if (count < below) this.counts.delete(key);
		}
	}
}

const mostOften = (written: ReadonlyMap<string, number>): string =>
	[...written].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
