import { Parser } from 'htmlparser2';
import type { TableRow } from './table';

/** Elements after which a line ends in what people see. */
const LINES = new Set(['br', 'p', 'div', 'li']);

/** Reads the largest table of an HTML page. Rows count as lines. */
export function readHtmlTable(file: Buffer): TableRow[] {
	const tables: TableRow[][] = [];
	const open: TableRow[][] = [];
	let cell: string[] | null = null;
	const parser = new Parser({
		onopentag(name) {
			if (name === 'table') open.push([]);
			const rows = open.at(-1);
			if (name === 'tr') rows?.push({ line: rows.length + 1, cells: [] });
			if (name === 'td' || name === 'th') cell = [];
			if (name === 'br') cell?.push('\n');
		},
		ontext(text) {
			cell?.push(text.replace(/\s+/g, ' '));
		},
		onclosetag(name) {
			if (LINES.has(name) && name !== 'br') cell?.push('\n');
			if (name === 'td' || name === 'th') {
				open
					.at(-1)
					?.at(-1)
					?.cells.push((cell ?? []).join('').trim());
				cell = null;
			}
			if (name === 'table') tables.push(open.pop() ?? []);
		},
	});
	parser.end(file.toString('utf8'));
	const rows = tables.sort((one, other) => other.length - one.length)[0] ?? [];
	return rows.filter(({ cells }) => cells.some((text) => text !== ''));
}
