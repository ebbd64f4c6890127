/** A catalogue as it was written: a line of headings and lines of cells. */
export interface Table {
	headings: string[];
	rows: TableRow[];
}

export interface TableRow {
	/** Where it is in the file, for people: 1 is the first line. */
	line: number;
	cells: string[];
}

/** What was not understood of a catalogue that was read. */
export interface Problem {
	/** Line of the file, or of the list. */
	line: number;
	/** Heading of the column; null when it is about the whole line. */
	column: string | null;
	/** What is wrong, in plain Dutch. */
	why: string;
	/** What to do about it, in plain Dutch. */
	whatToDo: string;
	/** Whether the line was left out because of it; otherwise only this column was. */
	skipped: boolean;
}
