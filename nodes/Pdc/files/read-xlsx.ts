import { PdcError } from '../pdc-error';
import { boundedXlsx } from './bounded-xlsx';
import type { Table } from './table';

const cellText = (value: unknown): string => {
	if (value === null || value === undefined) return '';
	return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
};

/** Reads a sheet of an Excel file. @param sheet name of the sheet; the first one when empty */
export async function readXlsx(file: Buffer, sheet = ''): Promise<Table> {
	// It has types for modules only, and this is none.
	const { readSheet } = await import('read-excel-file/node');
	try {
		const bounded = boundedXlsx(file);
		const lines = await (sheet ? readSheet(bounded, sheet) : readSheet(bounded));
		const rows = lines
			.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
			.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
		const [headings, ...rest] = rows;
		return { headings: headings?.cells ?? [], rows: rest };
	} catch (error) {
		throw new PdcError(
			`The Excel file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
			'Save it as .xlsx without a password, and look whether the name of the sheet is right.',
		);
	}
}
