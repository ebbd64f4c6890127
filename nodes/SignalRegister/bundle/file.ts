import { stringify } from 'csv-stringify/sync';
import type { Signal } from '../../shared/domain/signal';
import { asPlainCell, fromPlainCell } from '../../shared/tables/plain-cell';
import { xlsxText } from '../../shared/tables/xlsx-text';
import { HEADINGS, toLine } from './lines';

export const FORMATS = ['csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export const CONTENT_TYPES: Record<Format, string> = {
	csv: 'text/csv',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What Excel takes in one cell, and how wide it shows a column. */
const MAX_CELL = 32_767;
const WIDTHS: Record<string, number> = { Tekst: 60, Acties: 60, Onderwerp: 40 };
const WIDTH = 18;

/**
 * The bundle of signals as a file. What customers wrote stays text: a line that begins as a formula does gets an
 * apostrophe before it in CSV, and is marked as text in Excel.
 */
export async function bundleFile(signals: readonly Signal[], format: Format): Promise<Buffer> {
	const lines = signals.map(toLine);
	if (format === 'csv') {
		// As Excel opens it in the Netherlands: semicolons, and a mark that it is UTF-8.
		const cells = lines.map((line) => line.map(asPlainCell));
		const csv = stringify([HEADINGS, ...cells], { bom: true, delimiter: ';' });
		return Buffer.from(csv);
	}
	const { default: writeExcelFile } = await import('write-excel-file/node');
	const asText = (value: string) => ({
		// What an import would take for neutralised, is; all else needs no apostrophe in a cell that is text.
		value: xlsxText(
			(fromPlainCell(value) === value ? value : asPlainCell(value)).slice(0, MAX_CELL).toWellFormed(),
		),
		type: String,
		wrap: true,
	});
	const headings = HEADINGS.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
	return await writeExcelFile([headings, ...lines.map((line) => line.map(asText))], {
		sheet: 'Signalen',
		columns: HEADINGS.map((heading) => ({ width: WIDTHS[heading] ?? WIDTH })),
		stickyRowsCount: 1,
	}).toBuffer();
}
