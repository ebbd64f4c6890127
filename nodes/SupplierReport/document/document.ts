/** A number is written as a number in sheets; null is nothing to tell. */
export type Cell = string | number | null;

export interface Column {
	name: string;
	numeric: boolean;
}

export interface Table {
	kind: 'table';
	caption: string;
	columns: readonly Column[];
	rows: readonly (readonly Cell[])[];
}

/** Lengths to compare. It is drawn as columns over time or as bars below each other. */
export interface Chart {
	kind: 'chart';
	shape: 'columns' | 'bars';
	title: string;
	/** What can be seen in it, for who cannot see it. */
	description: string;
	/** What the labels are: `Maand`. */
	labelName: string;
	labels: readonly string[];
	/** The first one filled, the second one hatched; null is not known. */
	series: ReadonlyArray<{ name: string; values: readonly (number | null)[] }>;
}

export type Block =
	| { kind: 'text'; text: string }
	| { kind: 'list'; items: readonly string[] }
	| { kind: 'subheading'; text: string }
	| { kind: 'quotes'; quotes: readonly string[] }
	| Table
	| Chart;

export interface Section {
	heading: string;
	blocks: readonly Block[];
}

/** A report as it is read. Every output writes the same one, in its own way. */
export interface ReportDocument {
	title: string;
	/** The period. */
	subtitle: string;
	sections: readonly Section[];
	/** Small print: when and of what it was made. */
	colophon: string;
}

/** The figures behind a chart. */
export const tableOf = ({ title, labelName, labels, series }: Chart): Table => ({
	kind: 'table',
	caption: title,
	columns: [{ name: labelName, numeric: false }, ...series.map(({ name }) => ({ name, numeric: true }))],
	rows: labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? null)]),
});

/** Whether there is anything to see in a chart. */
export const hasLength = ({ series }: Chart): boolean =>
	series.some(({ values }) => values.some((value) => (value ?? 0) > 0));
