import { boundedXlsx } from './bounded-xlsx';
import type { Sheet } from './table';
import { TableFileError } from './table-file-error';

/** A moment in a cell has no zone: it is what the clock said. */
function cellText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (!(value instanceof Date)) return String(value as string | number | boolean);
	const [day, time] = value.toISOString().split('T') as [string, string];
	return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 8)}`;
}

/** Reads the sheets of an Excel file. @throws TableFileError when it cannot be read */
export async function readXlsx(file: Buffer): Promise<Sheet[]> {
	// It has types for modules only, and this is none.
	const { default: readWorkbook } = await import('read-excel-file/node');
	try {
		const sheets = await readWorkbook(boundedXlsx(file));
		return sheets.map(({ sheet, data }) => ({
			name: sheet,
			rows: data
				.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
				.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
		}));
	} catch (error) {
		throw new TableFileError(
			`The Excel file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
			'Save it as .xlsx without a password.',
		);
	}
}
