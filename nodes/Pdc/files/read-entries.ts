import { convert } from 'html-to-text';
import { z } from 'zod/v4';
import { SUPPLIERS } from '../../shared/domain/codebook';
import { itemCodeSchema, pdcItemSchema, type PdcItem } from '../../shared/domain/pdc/item';
import { fieldOfColumn, type ColumnField, type ColumnMapping } from './columns';
import { fromPlainCell } from '../../shared/tables/plain-cell';
import { readDay } from '../../shared/tables/read-day';
import type { Problem, Table, TableRow } from '../../shared/tables/table';

/** A line of a catalogue that was understood: only what the catalogue has a column for. */
export type Entry = Partial<PdcItem> & { code: string; name: string };

/** What a line says which item it is about, also where the line itself was not understood. */
export type LineCodes = Partial<Pick<PdcItem, 'code' | 'supplierCode'>>;

export interface ReadEntries {
	entries: Array<{ line: number; entry: Entry }>;
	/** Codes of the lines that were left out: the catalogue has these items, whatever is wrong with their lines. */
	leftOut: LineCodes[];
	problems: Problem[];
}

/** What to do when the value of a column is not understood, by the field it fills. */
export const ADVICE: Partial<Record<ColumnField, string>> = {
	code: 'Geef elke regel een eigen code met letters, cijfers, punten en streepjes, zoals FMH-012.',
	name: 'Vul een naam in.',
	supplier: `Kies uit: ${SUPPLIERS.join(', ')}.`,
	kind: 'Schrijf product of dienst.',
	owner: 'Schrijf één e-mailadres, zoals an@dienstencentrum.example.',
	links: 'Schrijf links voluit, met https:// ervoor, en zet er een spatie of nieuwe regel tussen.',
	validFrom: 'Schrijf een datum als 24-12-2026.',
	validUntil: 'Schrijf een datum als 24-12-2026.',
};

/** Without these a line is no item, so it is left out. */
const IDENTITY: readonly ColumnField[] = ['code', 'name'];

class NotUnderstood extends Error {}

const oneOf = <T extends string>(values: readonly T[], written: string): T => {
	const found = values.find((value) => value.toLowerCase() === written.toLowerCase());
	if (found) return found;
	throw new NotUnderstood(`"${written}" is hier niet bekend`);
};

const dayOrNothing = (written: string): string | null => {
	if (written === '') return null;
	const day = readDay(written);
	if (day) return day;
	throw new NotUnderstood(`"${written}" is geen datum`);
};

const links = (written: string): string[] => {
	const found = written.split(/[\s,;]+/).filter((part) => part !== '');
	const wrong = found.find((part) => !pdcItemSchema.shape.links.unwrap().safeParse([part]).success);
	if (wrong) throw new NotUnderstood(`"${wrong}" is geen link`);
	return found;
};

/** Knowledge bases keep pages; the catalogue keeps text. */
const plain = (written: string): string =>
	/<(p|br|div|ul|ol|li|span|b|strong|a|table|h\d)\b[^<>]*>/i.test(written)
		? convert(written, { wordwrap: false, selectors: [{ selector: 'a', options: { ignoreHref: true } }] })
		: written;

/** How the text of a cell becomes the value of a field that is not plain text. */
const READ: Partial<Record<ColumnField, (written: string) => unknown>> = {
	kind: (written) => (written === '' ? undefined : oneOf(['product', 'dienst'] as const, written)),
	supplier: (written) => (written === '' ? undefined : oneOf(SUPPLIERS, written)),
	supplierCode: (written) => written || null,
	owner: (written) => {
		if (written === '') return null;
		if (z.email().safeParse(written.toLowerCase()).success) return written.toLowerCase();
		throw new NotUnderstood(`"${written}" is geen e-mailadres`);
	},
	links,
	validFrom: dayOrNothing,
	validUntil: dayOrNothing,
};

function readCell(field: ColumnField, written: string): unknown {
	const value = (READ[field] ?? plain)(written);
	if (value === undefined) return undefined;
	const parsed = pdcItemSchema.shape[field].safeParse(value);
	if (parsed.success) return parsed.data;
	throw new NotUnderstood(written === '' ? 'Dit is leeg' : `"${written.slice(0, 60)}" kan hier niet`);
}

/** Reads the lines of a catalogue, and says of everything that was not understood where it is and what to do. */
export function readEntries(table: Table, mapping: ColumnMapping = {}): ReadEntries {
	const problems: Problem[] = [];
	const columns = table.headings.map((heading) => ({ heading, field: fieldOfColumn(heading, mapping) }));
	for (const [index, { heading, field }] of columns.entries()) {
		const first = columns.findIndex((column) => column.field === field);
		if (field === undefined && heading.trim() !== '') {
			problems.push({
				line: 1,
				column: heading,
				why: 'Deze kolom is niet bekend en is overgeslagen',
				whatToDo:
					'Zeg in de stap bij Column Mapping welk veld het is, of laat dat veld leeg als de kolom niet mee hoeft.',
				skipped: false,
			});
		} else if (field && first !== index) {
			problems.push({
				line: 1,
				column: heading,
				why: `Dit is de tweede kolom voor hetzelfde als ${columns[first]!.heading}; hij is overgeslagen`,
				whatToDo: 'Zet wat bij elkaar hoort in één kolom.',
				skipped: false,
			});
			columns[index]!.field = null;
		}
	}
	const lines = table.rows.map((row) => readRow(row, columns, problems));
	const entries: ReadEntries['entries'] = [];
	const leftOut: LineCodes[] = [];
	const firstLine = new Map<string, number>();
	for (const { line, entry, codes } of lines) {
		if (!entry) {
			leftOut.push(codes);
			continue;
		}
		const { code } = entry;
		const before = firstLine.get(code.toLowerCase());
		if (before === undefined) {
			firstLine.set(code.toLowerCase(), line);
			entries.push({ line, entry });
		} else {
			leftOut.push(codes);
			problems.push({
				line,
				column: columns.find(({ field }) => field === 'code')?.heading ?? null,
				why: `Code ${code} staat ook op regel ${before}; deze regel is overgeslagen`,
				whatToDo: ADVICE.code!,
				skipped: true,
			});
		}
	}
	return { entries, leftOut, problems };
}

type Column = { heading: string; field: ColumnField | null | undefined };

function readRow(
	{ line, cells }: TableRow,
	columns: readonly Column[],
	problems: Problem[],
): { line: number; entry: Entry | null; codes: LineCodes } {
	const written = (wanted: ColumnField): string | undefined => {
		const index = columns.findIndex(({ field }) => field === wanted);
		return fromPlainCell((cells[index] ?? '').trim()) || undefined;
	};
	// As they stand there: a code that none of our items can have may be the supplier's own.
	const codes = { code: written('code'), supplierCode: written('supplierCode') };
	const values: Record<string, unknown> = {};
	let skipped = false;
	for (const [index, { heading, field }] of columns.entries()) {
		if (!field) continue;
		try {
			const value = readCell(field, fromPlainCell((cells[index] ?? '').trim()));
			if (value !== undefined) values[field] = value;
		} catch (error) {
			if (!(error instanceof NotUnderstood)) throw error;
			const identity = IDENTITY.includes(field);
			skipped ||= identity;
			const left = identity ? 'deze regel is overgeslagen' : 'dit veld is leeg gelaten';
			const whatToDo = ADVICE[field] ?? 'Maak de tekst korter.';
			problems.push({ line, column: heading, why: `${error.message}; ${left}`, whatToDo, skipped: identity });
		}
	}
	for (const field of IDENTITY.filter((needed) => !columns.some((column) => column.field === needed))) {
		skipped = true;
		problems.push({
			line,
			column: null,
			why: `Er is geen kolom voor ${field === 'code' ? 'de code' : 'de naam'}; deze regel is overgeslagen`,
			whatToDo: ADVICE[field]!,
			skipped: true,
		});
	}
	const entry = skipped ? null : ({ ...values, code: itemCodeSchema.parse(values.code) } as Entry);
	return { line, entry, codes };
}
