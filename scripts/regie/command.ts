/** A command of `npm run regie`. */
export interface Command {
	/** How it is called, for the help text. */
	usage: string;
	/** Ends with the exit code: 0 when every input gave its result. */
	run(args: readonly string[]): Promise<number>;
}

/** The command was called in a way it cannot work with; `message` says what to do. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

/** One result, as a line of JSON on stdout. */
export const emit = (result: object): void => void process.stdout.write(`${JSON.stringify(result)}\n`);
