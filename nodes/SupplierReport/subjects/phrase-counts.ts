import { addressKey } from '../../shared/domain/address';
import type { Writer } from '../../shared/storage/reports';
import { SMALLEST_GROUP } from '../statistics/small-groups';
import { nameStems } from './names';
import { phrasesOf } from './phrases';

interface PhraseCount {
	/** Texts that have it. */
	count: number;
	/** Who wrote them, by number, and no more than it takes to be a group. */
	customers: number[];
	/** How often each way to write it occurred; the rare ones are not kept. */
	written: Map<string, number>;
}

/** More phrases than this are not kept: those that were seen once go first, so memory does not grow with the texts. */
const MOST_PHRASES = 100_000;
const MOST_WAYS = 8;

/** How many texts have each phrase, and whose they are. */
export class PhraseCounts {
	private readonly counts = new Map<string, PhraseCount>();
	private readonly customers = new Map<string, number>();
	private readonly nameStems = new Set<string>();
	texts = 0;

	add(text: string, writer: Writer): void {
		this.texts++;
		const customer = this.numberOf(writer);
		for (const stem of nameStems(writer)) this.nameStems.add(stem);
		for (const { key, written } of phrasesOf(text)) {
			const known = this.counts.get(key);
			if (!known) {
				this.counts.set(key, { count: 1, customers: [customer], written: new Map([[written, 1]]) });
				continue;
			}
			known.count++;
			const { customers } = known;
			if (customers.length < SMALLEST_GROUP && !customers.includes(customer)) customers.push(customer);
			const times = known.written.get(written);
			if (times !== undefined || known.written.size < MOST_WAYS) known.written.set(written, (times ?? 0) + 1);
		}
		if (this.counts.size > MOST_PHRASES) this.forgetRare();
	}

	/** Phrases in texts of so many customers that none of them can be recognised by it. */
	*ofManyCustomers(): Generator<{ key: string; count: number; written: string }> {
		for (const [key, { count, customers, written }] of this.counts) {
			if (customers.length >= SMALLEST_GROUP) yield { key, count, written: mostOften(written) };
		}
	}

	/** Whether a word of this phrase is in the name of somebody who wrote one of the texts. */
	names(key: string): boolean {
		return key.split(' ').some((stem) => this.nameStems.has(stem));
	}

	countOf(key: string): number {
		return this.counts.get(key)?.count ?? 0;
	}

	/** All of whom nothing is known may be one and the same. */
	private numberOf({ email, name }: Writer): number {
		const key = email ? addressKey(email) : (name ?? '').trim().toLowerCase();
		const number = this.customers.get(key) ?? this.customers.size;
		this.customers.set(key, number);
		return number;
	}

	private forgetRare(): void {
		for (let below = 2; this.counts.size > MOST_PHRASES / 2; below *= 2) {
			for (const [key, { count }] of this.counts) if (count < below) this.counts.delete(key);
		}
	}
}

const mostOften = (written: ReadonlyMap<string, number>): string =>
	[...written].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
