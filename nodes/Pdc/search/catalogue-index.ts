import type { ItemField, PdcItem } from '../../shared/domain/pdc/item';
import { likeness, searchWords } from './words';

/** An item that was found. */
export interface Found {
	item: PdcItem;
	/** How sure it is that the question is about this item, from 0 to 1. */
	confidence: number;
	/** The words of the question that it was found by, as their stems. */
	words: string[];
}

/** How much a word in each field says about what an item is. */
const WEIGHTS: Partial<Record<ItemField, number>> = {
	name: 1,
	description: 0.6,
	portfolio: 0.3,
	delivery: 0.2,
	audience: 0.2,
	ordering: 0.1,
};

/**
 * Finds items by words, in Dutch: stems, without accents, and a part of a compound for the whole. It is made in
 * memory for one run; a catalogue of a thousand items takes some tens of milliseconds.
 */
export class CatalogueIndex {
	/** For each word: which items have it, and how much it says there. */
	private readonly where = new Map<string, Map<number, number>>();
	private readonly names: string[][];

	constructor(private readonly items: readonly PdcItem[]) {
		this.names = items.map(({ name }) => [...new Set(searchWords(name))]);
		for (const [index, item] of items.entries()) {
			for (const [field, weight] of Object.entries(WEIGHTS)) {
				for (const word of searchWords(String(item[field as ItemField]))) this.add(word, index, weight);
			}
		}
	}

	/** Items that have something to do with the question, best first. */
	find(question: string, limit: number): Found[] {
		const asked = [...new Set(searchWords(question))];
		const scores = new Map<number, { score: number; words: string[] }>();
		let all = 0;
		for (const word of asked) {
			const { rarity, weights } = this.lookUp(word);
			all += rarity;
			for (const [index, weight] of weights) {
				const before = scores.get(index) ?? { score: 0, words: [] };
				scores.set(index, { score: before.score + rarity * weight, words: [...before.words, word] });
			}
		}
		return [...scores]
			.map(([index, { score, words }]) => ({
				item: this.items[index]!,
				confidence: Math.round(100 * this.confidence(index, asked, score / all)) / 100,
				words,
				score,
			}))
			.sort((one, other) => other.confidence - one.confidence || other.score - one.score)
			.slice(0, limit)
			.map(({ item, confidence, words }) => ({ item, confidence, words }));
	}

	private add(word: string, index: number, weight: number): void {
		const items = this.where.get(word) ?? new Map<number, number>();
		items.set(index, Math.max(items.get(index) ?? 0, weight));
		this.where.set(word, items);
	}

	/** Where a word of the question is, also as a part of another word, and how much it says that it is there. */
	private lookUp(word: string): { rarity: number; weights: Map<number, number> } {
		const weights = new Map<number, number>();
		for (const [known, items] of this.where) {
			const like = likeness(word, known);
			if (like === 0) continue;
			for (const [index, weight] of items) {
				weights.set(index, Math.max(weights.get(index) ?? 0, like * weight));
			}
		}
		return { rarity: this.rarity(weights.size), weights };
	}

	/** Inverse document frequency, as in BM25. A word that is nowhere counts as rare: the catalogue does not know it. */
	private rarity(items: number): number {
		return Math.log(1 + (this.items.length - items + 0.5) / (items + 0.5));
	}

	/**
	 * How much of the question the item covers, and how much of the name of the item the question covers. A
	 * question in many words covers no item whole, so a name that is all there counts by itself.
	 */
	private confidence(index: number, asked: readonly string[], covered: number): number {
		const rarityOf = (word: string) => this.rarity(this.where.get(word)?.size ?? 0);
		const name = this.names[index]!;
		const total = name.reduce((sum, word) => sum + rarityOf(word), 0);
		const there = name.reduce(
			(sum, word) => sum + rarityOf(word) * Math.max(0, ...asked.map((one) => likeness(one, word))),
			0,
		);
		const named = total > 0 ? there / total : 0;
		return Math.min(1, 0.5 * covered + 0.5 * named);
	}
}
