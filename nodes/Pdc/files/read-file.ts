import { PdcError } from '../pdc-error';
import { readCsv } from './read-csv';
import { readHtmlTable } from './read-html';
import { readXlsx } from './read-xlsx';
import type { Table } from './table';

/** A catalogue that was written by somebody else. */
export interface CatalogueFile {
	name: string;
	content: Buffer;
	/** Name of the sheet in an Excel file; the first one when empty. */
	sheet?: string;
}

/** An .xlsx file is a zip file. */
const isZip = (content: Buffer) => content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
/** The format of Excel before 2007. */
const isOldExcel = (content: Buffer) => content.subarray(0, 4).toString('hex') === 'd0cf11e0';

/** Reads a catalogue from an Excel, CSV or HTML file, by what is in it. @throws PdcError when it is none of those */
export async function readFile({ name, content, sheet }: CatalogueFile): Promise<Table> {
	if (isOldExcel(content)) {
		throw new PdcError(`${name} is an Excel file of before 2007.`, 'Open it in Excel and save it as .xlsx.');
	}
	const table = isZip(content)
		? await readXlsx(content, sheet)
		: /<(table|html|!doctype)/i.test(content.subarray(0, 4096).toString('latin1'))
			? readHtmlTable(content)
			: readCsv(content);
	if (table.headings.length > 1) return table;
	throw new PdcError(
		`${name} has no table with more than one column.`,
		'Give an .xlsx, .csv or .html file whose first line holds the headings of the columns.',
	);
}
