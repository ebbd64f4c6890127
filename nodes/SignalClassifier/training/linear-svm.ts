import { seededRandom, shuffle } from './random';

/** A mail as positions in the vocabulary with their values. */
export interface SparseVector {
	at: Int32Array;
	values: Float64Array;
}

export interface LinearScorer {
	weights: Float64Array;
	bias: number;
}

const PASSES = 60;
const STOP_WHEN_SMALLER = 0.005;
/** The bias is learned as the weight of a feature that is always there. */
const BIAS_VALUE = 1;

export function dot({ at, values }: SparseVector, weights: Float64Array): number {
	let sum = 0;
	for (let index = 0; index < at.length; index++) sum += weights[at[index]!]! * values[index]!;
	return sum;
}

/**
 * Trains one yes/no scorer: a linear support vector machine with squared hinge loss, by dual
 * coordinate descent (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM",
 * ICML 2008, algorithm 1). Deterministic for a seed.
 *
 * @param cost what a wrong answer costs, per vector: higher fits closer
 */
export function trainScorer(
	vectors: readonly SparseVector[],
	positive: readonly boolean[],
	size: number,
	cost: readonly number[],
	seed = 1,
): LinearScorer {
	const weights = new Float64Array(size);
	let bias = 0;
	const alpha = new Float64Array(vectors.length);
	const sign = positive.map((yes) => (yes ? 1 : -1));
	const diagonal = cost.map((price) => 1 / (2 * price));
	const square = vectors.map(({ values }, index) =>
		values.reduce((sum, value) => sum + value * value, BIAS_VALUE ** 2 + diagonal[index]!),
	);
	const order = Int32Array.from(vectors, (_, index) => index);
	const random = seededRandom(seed);
	for (let pass = 0; pass < PASSES; pass++) {
		let largest = 0;
		for (const index of shuffle(order, random)) {
			const vector = vectors[index]!;
			const score = dot(vector, weights) + bias * BIAS_VALUE;
			const gradient = sign[index]! * score - 1 + diagonal[index]! * alpha[index]!;
			const projected = alpha[index] === 0 ? Math.min(gradient, 0) : gradient;
			largest = Math.max(largest, Math.abs(projected));
			if (projected === 0) continue;
			const next = Math.max(alpha[index]! - gradient / square[index]!, 0);
			const change = (next - alpha[index]!) * sign[index]!;
			alpha[index] = next;
			for (let part = 0; part < vector.at.length; part++) {
				weights[vector.at[part]!]! += change * vector.values[part]!;
			}
			bias += change * BIAS_VALUE;
		}
		if (largest < STOP_WHEN_SMALLER) break;
	}
	return { weights, bias };
}
