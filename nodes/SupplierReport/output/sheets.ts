import { xlsxText } from '../../shared/tables/xlsx-text';
import { tableOf, type Block, type Cell, type ReportDocument, type Table } from '../document/document';

/** Excel takes a text that begins so for a formula when somebody edits the cell, or saves it as CSV. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/** Text as it must stand in a sheet: an apostrophe before it keeps Excel from reading it as a formula. */
export const asText = (text: string): string => xlsxText(FORMULA.test(text) ? `'${text}` : text);

export const SHEETS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const LONGEST_NAME = 31;
const ROW_WIDTH = 16;

/**
 * The figures of the report as an Excel file: the headline on the first sheet, then a sheet for every table and for
 * the figures behind every chart.
 */
export async function reportSheets(document: ReportDocument): Promise<Buffer> {
	// An ES module: it cannot be required.
	const { default: writeExcelFile } = await import('write-excel-file/node');
	const names = new Set<string>();
	const sheets = document.sections.flatMap(({ blocks }) => blocks.flatMap(tablesOf));
	return await writeExcelFile([
		{ sheet: nameFor('In het kort', names), data: textRows(document), columns: [{ width: 110 }] },
		...sheets.map((table) => ({
			sheet: nameFor(table.caption, names),
			data: [
				table.columns.map(({ name }) => ({ value: asText(name), fontWeight: 'bold' as const, wrap: true })),
				...table.rows.map((row) => row.map(sheetCell)),
			],
			columns: table.columns.map(({ numeric }) => ({ width: numeric ? ROW_WIDTH : 40 })),
		})),
	]).toBuffer();
}

const tablesOf = (block: Block): Table[] =>
	block.kind === 'table' ? [block] : block.kind === 'chart' ? [tableOf(block)] : [];

function textRows({ title, subtitle, sections, colophon }: ReportDocument) {
	const lines = (sections[0]?.blocks ?? []).flatMap((block) =>
		block.kind === 'list'
			? block.items
			: block.kind === 'text' || block.kind === 'subheading'
				? [block.text]
				: [],
	);
	return [
		[{ value: asText(title), fontWeight: 'bold' as const }],
		...[subtitle, ...lines, colophon].map((line) => [{ value: asText(line), wrap: true }]),
	];
}

const sheetCell = (cell: Cell) =>
	cell === null
		? null
		: typeof cell === 'number'
			? { value: cell, type: Number }
			: { value: asText(cell), type: String, wrap: true };

/** Excel allows 31 characters, none of `[]:*?/\`, and each name once. */
function nameFor(caption: string, taken: Set<string>): string {
	const clean = caption.replace(/[[\]:*?/\\']/g, ' ').trim() || 'Tabel';
	for (let number = 1; ; number++) {
		const suffix = number === 1 ? '' : ` ${number}`;
		const name = clean.slice(0, LONGEST_NAME - suffix.length) + suffix;
		if (taken.has(name.toLowerCase())) continue;
		taken.add(name.toLowerCase());
		return name;
	}
}
