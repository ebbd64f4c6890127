/** Seeded random numbers in [0, 1) (mulberry32): training must give the same model every time. */
export function seededRandom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Fisher-Yates, in place. */
export function shuffle<T extends { length: number; [index: number]: unknown }>(
	list: T,
	random: () => number,
): T {
	for (let at = list.length - 1; at > 0; at--) {
		const other = Math.floor(random() * (at + 1));
		[list[at], list[other]] = [list[other], list[at]];
	}
	return list;
}
