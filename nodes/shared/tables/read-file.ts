import { readCsv } from './read-csv';
import { readHtmlTable } from './read-html';
import { readXlsx } from './read-xlsx';
import { toTable, type Sheet, type Table } from './table';
import { TableFileError } from './table-file-error';

/** A file with a table that was written by somebody else. */
export interface TableFile {
	name: string;
	content: Buffer;
	/** Name of a sheet in an Excel file. */
	sheet?: string;
}

/** An .xlsx file is a zip file. */
const isZip = (content: Buffer) => content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
/** The format of Excel before 2007. */
const isOldExcel = (content: Buffer) => content.subarray(0, 4).toString('hex') === 'd0cf11e0';
const isHtml = (content: Buffer) =>
	/<(table|html|!doctype)/i.test(content.subarray(0, 4096).toString('latin1'));

/**
 * Reads the sheets of an Excel, CSV or HTML file, by what is in it: the named one, or all of them when none is named.
 * @throws TableFileError when it is none of those, or has no table in it
 */
export async function readSheets({ name, content, sheet = '' }: TableFile): Promise<Sheet[]> {
	if (isOldExcel(content)) {
		throw new TableFileError(
			`${name} is an Excel file of before 2007.`,
			'Open it in Excel and save it as .xlsx.',
		);
	}
	const all = isZip(content)
		? await readXlsx(content)
		: [{ name: null, rows: isHtml(content) ? readHtmlTable(content) : readCsv(content) }];
	const sheets = isZip(content) && sheet ? all.filter((one) => one.name === sheet) : all;
	if (sheets.length === 0) {
		throw new TableFileError(
			`${name} has no sheet '${sheet}'.`,
			`Choose one of: ${all.map((one) => one.name).join(', ')}.`,
		);
	}
	if (sheets.some(({ rows }) => rows.some(({ cells }) => cells.length > 1))) return sheets;
	throw new TableFileError(
		`${name} has no table with more than one column.`,
		'Give an .xlsx, .csv or .html file whose first line holds the headings of the columns.',
	);
}

/** Reads one table: of the named sheet, or of the first one. @throws TableFileError when there is none */
export async function readFile(file: TableFile): Promise<Table> {
	const [sheet] = await readSheets(file);
	const table = toTable(sheet!);
	if (table.headings.length > 1) return table;
	throw new TableFileError(
		`${file.name} has no table with more than one column.`,
		'Give an .xlsx, .csv or .html file whose first line holds the headings of the columns.',
	);
}
