/** A parser of outside input, and what it promises whatever comes in. */
export interface FuzzTarget {
	/** Well-formed inputs to start from. */
	seeds: () => Buffer[];
	/** Pieces of text that mean something to the parser. */
	tokens: readonly string[];
	/** Reads one input. Throws when a promise is broken; a refusal the parser may give is none. */
	run: (input: Buffer) => void | Promise<void>;
}

/** Throws unless a promise was kept. */
export function promised(kept: boolean, promise: string): asserts kept {
	if (!kept) throw new Error(`Broken promise: ${promise}`);
}

/** Fields of a form in an input: one on each line, `name=value`. */
export const asForm = (input: Buffer): Record<string, string> =>
	Object.fromEntries(
		input
			.toString('utf8')
			.split('\n')
			.map((line) => [line.split('=', 1)[0]!, line.slice(line.indexOf('=') + 1)]),
	);

/** The JSON in an input; the text itself when it is none. */
export function asJsonOrText(input: Buffer): unknown {
	const text = input.toString('utf8');
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
