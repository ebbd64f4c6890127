/** One line of a bench: what was measured on one side, by the name of the column. */
export interface Row {
	what: string;
	values: Record<string, number | string>;
}

export interface Outcome {
	/** Columns in the order they are shown. */
	columns: string[];
	rows: Row[];
	/** What a reader must know to judge the figures: sizes, ratios, how it was counted. */
	notes: string[];
	/** Versions of programs that only this bench uses. */
	versions?: Record<string, string>;
}

/** What may be set on the command line, as `--name value`. */
export type Options = Record<string, number>;

/** Something that is measured against its peer and its limit in one run. */
export interface Bench {
	name: string;
	/** Their defaults. */
	options: Options;
	run(options: Options, say: (line: string) => void): Promise<Outcome>;
}
