import { parse } from 'csv-parse/sync';
import { PdcError } from '../pdc-error';
import type { Table } from './table';

const DELIMITERS = [';', ',', '\t'] as const;

/** Excel on a Dutch Windows still writes windows-1252 when asked for CSV. */
function decode(file: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(file);
	} catch {
		return new TextDecoder('windows-1252').decode(file);
	}
}

/** The delimiter that the line of headings has most of. */
function delimiterOf(text: string): string {
	const [first = ''] = text.split('\n', 1);
	const count = (delimiter: string) => first.split(delimiter).length;
	return [...DELIMITERS].sort((one, other) => count(other) - count(one))[0]!;
}

/** Reads a CSV file with semicolons, commas or tabs. @throws PdcError when it is not one */
export function readCsv(file: Buffer): Table {
	const text = decode(file);
	try {
		const records = parse(text, {
			bom: true,
			delimiter: delimiterOf(text),
			info: true,
			relax_column_count: true,
			skip_empty_lines: true,
		}) as unknown as Array<{ record: string[]; info: { lines: number } }>;
		const [headings, ...rows] = records.map(({ record, info }) => ({ line: info.lines, cells: record }));
		return { headings: headings?.cells ?? [], rows };
	} catch (error) {
		throw new PdcError(
			`The CSV file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
			'Save it again from Excel as "CSV UTF-8", or give the Excel file itself.',
		);
	}
}
