import type { Status } from '../../shared/domain/signal';
import type { ImportedSignal } from '../../shared/storage/imports/imports';
import type { Register } from '../../shared/storage/register';
import { fromPlainCell } from '../../shared/tables/plain-cell';
import type { Sheet, TableRow } from '../../shared/tables/table';
import { bareWords } from '../../shared/text/bare-words';
import { counted } from '../../shared/text/counted';
import type { ImportField, ImportMapping } from './columns';
import { findTable, type ImportColumn } from './find-table';
import { ADVICE, lineSchema } from './read-line';
import { toImported } from './to-signal';

export interface ImportOptions {
	/** Who imports it. */
	actor: string;
	/** Of the file, for the history. */
	fileName: string;
	mapping: ImportMapping;
	/** What words of the list mean: `{"in de wacht": "in behandeling"}`. */
	values: Record<string, string>;
	statusWhenEmpty: Status;
	now: Date;
}

/** Where a line stands: the name of its sheet (null when the file has none), and its number there. */
interface Place {
	sheet: string | null;
	row: number;
}

/** What is wrong with a line, and what to do about it, in Dutch. */
export interface LineProblem {
	/** The heading of the column; null when there is no such column. */
	column: string | null;
	why: string;
	whatToDo: string;
}

export interface ImportReport {
	/** In a few Dutch words. */
	summary: string;
	registered: Array<Place & { reference: string }>;
	alreadyThere: Array<Place & { reference: string }>;
	/** With its cells as they are, by heading: nothing of it was taken over. */
	notUnderstood: Array<Place & { problems: LineProblem[]; cells: Record<string, string> }>;
	/** Which column filled what; null for what is kept as words in the history. */
	columns: Array<{ sheet: string | null; heading: string; field: ImportField | null }>;
	/** Lines above the headings, such as a title: they are no signals. */
	above: Array<Place & { cells: string[] }>;
}

/** Lines in one transaction: others wait meanwhile. */
const BATCH = 200;

/**
 * Takes the lines of an old list over in the register, each once, in transactions of its own. Broken off and done again
 * it goes on where it was.
 */
export async function importList(
	register: Register,
	sheets: readonly Sheet[],
	options: ImportOptions,
): Promise<ImportReport> {
	const report: ImportReport = {
		summary: '',
		registered: [],
		alreadyThere: [],
		notUnderstood: [],
		columns: [],
		above: [],
	};
	const lines = sheets.flatMap((sheet) => readSheet(sheet, options, report));
	for (let start = 0; start < lines.length; start += BATCH) {
		await register.together(async ({ imports }) => {
			for (const { imported, ...place } of lines.slice(start, start + BATCH)) {
				const { reference, known } = await imports.take(imported, options.actor);
				(known ? report.alreadyThere : report.registered).push({ ...place, reference });
			}
		});
	}
	report.summary = summaryOf(report);
	return report;
}

type ReadLine = Place & { imported: ImportedSignal };

function readSheet(sheet: Sheet, options: ImportOptions, report: ImportReport): ReadLine[] {
	const table = findTable(sheet, options.mapping);
	const { name } = sheet;
	if (!table) {
		report.notUnderstood.push(...sheet.rows.map((row) => ({ ...unknownTable(row), sheet: name })));
		return [];
	}
	const { columns, rows, above } = table;
	report.columns.push(...columns.map(({ heading, field }) => ({ sheet: name, heading, field })));
	report.above.push(...above.map(({ line, cells }) => ({ sheet: name, row: line, cells })));
	return rows.flatMap((row) => {
		const place = { sheet: name, row: row.line };
		const cells = cellsOf(row, columns);
		const read = lineSchema.safeParse(fieldsOf(cells, options.values));
		if (read.success) {
			const note = noteOf(place, cells, options.fileName);
			const { statusWhenEmpty, now } = options;
			return [
				{ ...place, imported: toImported(read.data, { statusWhenEmpty, note, now: now.toISOString() }) },
			];
		}
		const problems = read.error.issues.map(({ path, message }): LineProblem => {
			const field = path[0] as ImportField;
			const column = columns.find((one) => one.field === field)?.heading ?? null;
			return { column, why: message, whatToDo: ADVICE[field] };
		});
		report.notUnderstood.push({ ...place, problems, cells: asWritten(row, columns) });
		return [];
	});
}

interface Cell extends ImportColumn {
	written: string;
}

/** What lies beyond the last heading has none. */
function cellsOf({ cells }: TableRow, columns: readonly ImportColumn[]): Cell[] {
	const none: ImportColumn = { heading: '', field: null, leftOut: false };
	return cells.map((cell, index) => ({
		...(columns[index] ?? none),
		written: fromPlainCell(cell.replace(/\r\n?/g, '\n').trim()).trim(),
	}));
}

const FIELDS = Object.keys(lineSchema.shape) as ImportField[];

function fieldsOf(cells: readonly Cell[], values: ImportOptions['values']): Record<ImportField, string> {
	const meaning = new Map(Object.entries(values).map(([word, value]) => [bareWords(word), value]));
	const written = (field: ImportField) => cells.find((cell) => cell.field === field)?.written ?? '';
	const chosen: readonly ImportField[] = ['category', 'also', 'supplier', 'urgency', 'sentiment', 'status'];
	return Object.fromEntries(
		FIELDS.map((field) => {
			const cell = written(field);
			return [field, chosen.includes(field) ? (meaning.get(bareWords(cell)) ?? cell) : cell];
		}),
	) as Record<ImportField, string>;
}

function noteOf({ sheet, row }: Place, cells: readonly Cell[], fileName: string): string {
	const where = [fileName, ...(sheet === null ? [] : [`blad ${sheet}`]), `regel ${row}`].join(', ');
	const rest = cells
		.filter(({ field, leftOut, written }) => field === null && !leftOut && written !== '')
		.map(({ heading, written }) => `${heading || 'zonder kop'}: ${written}`);
	return `Stond in ${where}.${rest.length > 0 ? ` Andere kolommen: ${rest.join('; ')}.` : ''}`;
}

/** Under its heading; without one under the number of its column. */
const asWritten = ({ cells }: TableRow, columns: readonly ImportColumn[]): Record<string, string> => {
	const named = new Map<string, string>();
	for (const [index, cell] of cells.entries()) {
		const heading = columns[index]?.heading ?? '';
		const free = heading !== '' && !named.has(heading);
		named.set(free ? heading : `${heading} (kolom ${index + 1})`.trim(), cell);
	}
	return Object.fromEntries(named);
};

const unknownTable = (row: TableRow) => ({
	row: row.line,
	problems: [
		{
			column: null,
			why: 'Op dit blad is geen kolom voor de datum en voor wat er is gemeld',
			whatToDo:
				'Geef de kolommen namen zoals Datum en Omschrijving, of zeg in de stap bij Column Mapping welke kolom wat is.',
		},
	],
	cells: asWritten(row, []),
});

const lines = (count: number): string => counted(count, 'regel', 'regels');

const summaryOf = ({ registered, alreadyThere, notUnderstood }: ImportReport): string =>
	[
		`${lines(registered.length)} geregistreerd`,
		`${counted(alreadyThere.length, 'regel stond', 'regels stonden')} er al`,
		`${lines(notUnderstood.length)} niet begrepen`,
	].join(', ') + '.';
