import { stemmer as dutchStem } from '@orama/stemmers/dutch';
import { tokens } from '../../../nodes/shared/text/tokens';
import { dot, type SparseVector } from '../../../nodes/SignalClassifier/training/linear-svm';

/**
 * The recipe of the classifier of Signalen, of the city of Amsterdam: stemmed words weighed by TF-IDF, and
 * logistic regression. Its list of stop words is left out: they help here (nog, niet, weer).
 */
export interface Recipe {
	/** The position of the label that is most likely. */
	judge(text: string): number;
	/** What it learned, for `recipeFrom`. */
	saved(): SavedRecipe;
}

export interface SavedRecipe {
	words: string[];
	/** The weight of each word in a text. */
	rarity: number[];
	/** Per label the weight of each word, and last the bias. */
	weights: number[][];
}

/** Inverse of the strength of regularisation, as scikit-learn has it by default. */
const C = 1;
const STEPS = 1500;

const wordsOf = (text: string): string[] => tokens(text).map((word) => dutchStem(word));

class TfIdf {
	private readonly positions: ReadonlyMap<string, number>;

	constructor(
		readonly words: string[],
		readonly weights: number[],
	) {
		this.positions = new Map(words.map((word, at) => [word, at]));
	}

	static from(texts: readonly string[]): TfIdf {
		const inTexts = new Map<string, number>();
		for (const text of texts) {
			for (const word of new Set(wordsOf(text))) inTexts.set(word, (inTexts.get(word) ?? 0) + 1);
		}
		const rarity = [...inTexts.values()].map((count) => Math.log((1 + texts.length) / (1 + count)) + 1);
		return new TfIdf([...inTexts.keys()], rarity);
	}

	get size(): number {
		return this.weights.length;
	}

	vector(text: string): SparseVector {
		const values = new Map<number, number>();
		for (const word of wordsOf(text)) {
			const at = this.positions.get(word);
			if (at !== undefined) values.set(at, (values.get(at) ?? 0) + this.weights[at]!);
		}
		const length = Math.hypot(...values.values()) || 1;
		return {
			at: Int32Array.from(values.keys()),
			values: Float64Array.from(values.values(), (value) => value / length),
		};
	}
}

/** Learns from texts and the position of the label of each. */
export function trainAmsterdam(texts: readonly string[], right: readonly number[], labels: number): Recipe {
	const tfIdf = TfIdf.from(texts);
	const vectors = texts.map((text) => tfIdf.vector(text));
	const rows = (): Float64Array[] => Array.from({ length: labels }, () => new Float64Array(tfIdf.size + 1));
	const bias = tfIdf.size;
	const weights = rows();
	const velocity = rows();
	// Gradient descent with momentum on the mean loss; the step follows from vectors of length one.
	const step = 1;
	for (let round = 0; round < STEPS; round++) {
		const gradient = rows();
		vectors.forEach((vector, index) => {
			const scores = weights.map((row) => score(row, vector, bias));
			const top = Math.max(...scores);
			const exponents = scores.map((one) => Math.exp(one - top));
			const sum = exponents.reduce((total, one) => total + one, 0);
			exponents.forEach((exponent, label) => {
				const error = exponent / sum - (right[index] === label ? 1 : 0);
				const row = gradient[label]!;
				vector.at.forEach((at, part) => (row[at]! += error * vector.values[part]!));
				row[bias]! += error;
			});
		});
		weights.forEach((row, label) => {
			for (let at = 0; at < row.length; at++) {
				const pull = at === bias ? 0 : row[at]! / C;
				const slope = (gradient[label]![at]! + pull) / vectors.length;
				velocity[label]![at] = 0.9 * velocity[label]![at]! - step * slope;
				row[at]! += velocity[label]![at]!;
			}
		});
	}
	return recipeOf(tfIdf, weights);
}

const score = (row: Float64Array, vector: SparseVector, bias: number): number =>
	dot(vector, row) + row[bias]!;

function recipeOf(tfIdf: TfIdf, weights: readonly Float64Array[]): Recipe {
	return {
		judge(text) {
			const vector = tfIdf.vector(text);
			const scores = weights.map((row) => score(row, vector, tfIdf.size));
			return scores.indexOf(Math.max(...scores));
		},
		saved: () => ({
			words: tfIdf.words,
			rarity: tfIdf.weights,
			weights: weights.map((row) => [...row]),
		}),
	};
}

/** The recipe as `saved` gave it. */
export const recipeFrom = ({ words, rarity, weights }: SavedRecipe): Recipe =>
	recipeOf(
		new TfIdf(words, rarity),
		weights.map((row) => Float64Array.from(row)),
	);
