/** What a fuzzing worker is started with. */
export interface FuzzOrder {
	target: string;
	/** The time it may take. */
	seconds: number;
	seed: number;
	/** Whether inputs that reach new code are kept in the corpus. */
	keep: boolean;
	/** Where it writes the input that it is at: length, number, and the bytes. */
	now: SharedArrayBuffer;
}

/** Words of 32 bits at the start of `now`. */
export const NOW = { length: 0, count: 1, bytes: 8 } as const;
export const MOST_BYTES = 16_384;

/** What a worker tells. */
export type FuzzTold =
	| { kind: 'defect'; file: string; message: string }
	| { kind: 'done'; inputs: number; blocks: number; kept: number };
