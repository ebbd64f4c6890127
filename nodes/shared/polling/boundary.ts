import { z } from 'zod/v4';
import { SHORT_HASH_LENGTH } from './change-id';

/** Per moment (milliseconds since 1970) the hashes of what was given, one after the other. */
export const boundarySchema = z.record(z.string().regex(/^-?\d+$/), z.string());
export type BoundaryState = z.infer<typeof boundarySchema>;

/** What was given already, by moment, as far back as it can be read again. */
export class Boundary {
	private readonly byMoment: Map<number, Set<string>>;

	constructor(state: BoundaryState = {}) {
		this.byMoment = new Map(
			Object.entries(state).map(([moment, text]) => [Number(moment), new Set(split(text))]),
		);
	}

	/** @param hash a `shortHash` */
	has(moment: number, hash: string): boolean {
		return this.byMoment.get(moment)?.has(hash) ?? false;
	}

	add(moment: number, hash: string): void {
		const hashes = this.byMoment.get(moment) ?? new Set();
		this.byMoment.set(moment, hashes.add(hash));
	}

	dropBefore(moment: number): void {
		for (const one of this.byMoment.keys()) if (one < moment) this.byMoment.delete(one);
	}

	/**
	 * The earliest moment from which everything that is kept fits in `most` entries. A moment counts
	 * whole, so the latest one is kept however many entries it has. -Infinity when all of it fits.
	 */
	fitsFrom(most: number): number {
		let room = most;
		let from = Infinity;
		for (const [moment, hashes] of [...this.byMoment].sort(([one], [other]) => other - one)) {
			room -= hashes.size;
			if (room < 0 && from !== Infinity) return from;
			from = moment;
		}
		return -Infinity;
	}

	toState(): BoundaryState {
		return Object.fromEntries([...this.byMoment].map(([moment, hashes]) => [moment, [...hashes].join('')]));
	}
}

const split = (text: string): string[] =>
	Array.from({ length: text.length / SHORT_HASH_LENGTH }, (_, at) =>
		text.slice(at * SHORT_HASH_LENGTH, (at + 1) * SHORT_HASH_LENGTH),
	);
