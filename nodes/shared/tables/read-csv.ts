import { parse } from 'csv-parse/sync';
import type { TableRow } from './table';
import { TableFileError } from './table-file-error';

const DELIMITERS = [';', ',', '\t'] as const;
/** The headings are among the first lines; a title may stand above them. */
const FIRST_LINES = 10;

/** Excel on a Dutch Windows still writes windows-1252 when asked for CSV. */
function decode(file: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(file);
	} catch {
		return new TextDecoder('windows-1252').decode(file);
	}
}

/** The delimiter that one of the first lines has most of. */
function delimiterOf(text: string): string {
	const lines = text.split('\n', FIRST_LINES);
	const most = (delimiter: string) => Math.max(...lines.map((line) => line.split(delimiter).length));
	return [...DELIMITERS].sort((one, other) => most(other) - most(one))[0]!;
}

/**
 * Reads a CSV file with semicolons, commas or tabs. Lines count as they do in a spreadsheet: a cell of more than one
 * line is one line. @throws TableFileError when it is not one
 */
export function readCsv(file: Buffer): TableRow[] {
	const text = decode(file);
	try {
		const records = parse(text, {
			bom: true,
			delimiter: delimiterOf(text),
			info: true,
			relax_column_count: true,
			skip_empty_lines: true,
		}) as unknown as Array<{ record: string[]; info: { records: number; empty_lines: number } }>;
		return records.map(({ record, info }) => ({ line: info.records + info.empty_lines, cells: record }));
	} catch (error) {
		throw new TableFileError(
			`The CSV file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
			'Save it again from Excel as "CSV UTF-8", or give the Excel file itself.',
		);
	}
}
