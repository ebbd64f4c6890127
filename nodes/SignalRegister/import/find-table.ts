import type { Sheet, TableRow } from '../../shared/tables/table';
import { importFieldOf, type ImportField, type ImportMapping } from './columns';

export interface ImportColumn {
	heading: string;
	/** Null when the column fills nothing: it is kept as words. */
	field: ImportField | null;
	/** Whether an administrator said that it does not come along. */
	leftOut: boolean;
}

/** The table on a sheet: a title may stand above it. */
export interface ImportTable {
	columns: ImportColumn[];
	rows: TableRow[];
	/** Lines above the headings. */
	above: TableRow[];
}

/** Headings are looked for among the first lines. */
const FIRST_LINES = 20;

/** Finds the line that has the most headings that are known; null when there is none with a date and words. */
export function findTable({ rows }: Sheet, mapping: ImportMapping): ImportTable | null {
	const candidates = rows
		.slice(0, FIRST_LINES)
		.map((row, index) => ({ index, columns: columnsOf(row.cells, mapping) }))
		.filter(({ columns }) => isTable(columns));
	const known = (columns: readonly ImportColumn[]) => columns.filter(({ field }) => field).length;
	const [best] = candidates.sort((one, other) => known(other.columns) - known(one.columns));
	if (!best) return null;
	return { columns: best.columns, rows: rows.slice(best.index + 1), above: rows.slice(0, best.index) };
}

const isTable = (columns: readonly ImportColumn[]): boolean => {
	const has = (name: ImportField) => columns.some(({ field }) => field === name);
	return has('receivedAt') && (has('text') || has('subject'));
};

/** Of two columns for the same, the first one fills it; the other is kept as words. */
function columnsOf(headings: readonly string[], mapping: ImportMapping): ImportColumn[] {
	const taken = new Set<ImportField>();
	return headings.map((heading) => {
		const field = importFieldOf(heading, mapping);
		if (!field || taken.has(field)) return { heading, field: null, leftOut: field === null };
		taken.add(field);
		return { heading, field, leftOut: false };
	});
}
