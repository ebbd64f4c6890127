import { seededRandom } from '../../nodes/SignalClassifier/training/random';

/** Chance that repeats itself: the same seed gives the same throws. */
export class Dice {
	private readonly random: () => number;

	constructor(seed: number) {
		this.random = seededRandom(seed);
	}

	/** A whole number, both ends included. */
	between(from: number, to: number): number {
		return from + Math.floor(this.random() * (to - from + 1));
	}

	oneOf<T>(list: readonly T[]): T {
		return list[this.between(0, list.length - 1)]!;
	}

	/** All of them, in another order. */
	shuffled<T>(list: readonly T[]): T[] {
		const rest = [...list];
		return list.map(() => rest.splice(this.between(0, rest.length - 1), 1)[0]!);
	}
}

/** REGIE_SEED, to repeat a run or to try another; otherwise the usual one, or a new one every time when there is none. */
export function seedOfThisRun(usual = Date.now() % 1_000_000): number {
	const asked = process.env.REGIE_SEED;
	if (!asked) return usual;
	if (!/^\d{1,9}$/.test(asked)) throw new Error(`REGIE_SEED must be a whole number, and is '${asked}'.`);
	return Number(asked);
}
