/** A table as it was written: a line of headings and lines of cells. */
export interface Table {
	headings: string[];
	rows: TableRow[];
}

export interface TableRow {
	/** Where it is in the file, for people: 1 is the first line. */
	line: number;
	cells: string[];
}

/** The lines of one sheet of a file, as they are; lines without anything in them are left out. */
export interface Sheet {
	/** Null for a file that has no sheets. */
	name: string | null;
	rows: TableRow[];
}

/** The first line holds the headings. */
export function toTable({ rows: [headings, ...rows] }: Sheet): Table {
	return { headings: headings?.cells ?? [], rows };
}

/** What was not understood of a table that was read. */
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
