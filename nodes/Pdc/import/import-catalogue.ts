import { z } from 'zod/v4';
import { SUPPLIERS } from '../../shared/domain/codebook';
import { pdcItemSchema, type PdcItem } from '../../shared/domain/pdc/item';
import type { Pdc } from '../../shared/storage/pdc';
import type { ColumnMapping } from '../files/columns';
import { readEntries } from '../files/read-entries';
import type { Problem, Table } from '../../shared/tables/table';

/** For what the catalogue has no column for, or leaves empty. */
export const importDefaultsSchema = z.object({
	supplier: z.enum(SUPPLIERS).optional(),
	portfolio: z.string().trim().optional(),
	owner: z.email('This is no e-mail address').optional(),
});

export interface ImportOptions {
	/** Who imports it. */
	by: string;
	mapping?: ColumnMapping;
	defaults?: z.output<typeof importDefaultsSchema>;
}

export interface ImportReport {
	/** Lines that became an item that was not there, a version more, or nothing new. */
	added: string[];
	changed: string[];
	unchanged: string[];
	/** What was not understood, by line. */
	problems: Problem[];
}

/**
 * Takes a catalogue over as it is, without change notices: for the start, and after a mistake. What it has no
 * column for stays as it is. Nothing that was there is lost: every change is a version.
 */
export async function importCatalogue(pdc: Pdc, table: Table, options: ImportOptions): Promise<ImportReport> {
	const { by, mapping, defaults = {} } = options;
	const { entries, problems } = readEntries(table, mapping);
	const report: ImportReport = { added: [], changed: [], unchanged: [], problems: [...problems] };
	for (const { line, entry } of entries) {
		const known = await pdc.items.find(entry.code);
		const given = withoutEmpty(entry, defaults);
		const item = pdcItemSchema.safeParse({ ...defaults, ...known?.content, ...given });
		if (!item.success) {
			report.problems.push({
				line,
				column: null,
				why: 'De leverancier ontbreekt; deze regel is overgeslagen',
				whatToDo: `Zet in een kolom Leverancier een van: ${SUPPLIERS.join(', ')}. Of kies er een in de stap.`,
				skipped: true,
			});
			continue;
		}
		const { version } = await pdc.items.put(item.data, { by, reason: 'Ingelezen uit een bestand' });
		if (!known) report.added.push(entry.code);
		else if (version > known.version) report.changed.push(entry.code);
		else report.unchanged.push(entry.code);
	}
	report.problems.sort((one, other) => one.line - other.line);
	return report;
}

/** An empty cell does not hide the default for its column. */
const withoutEmpty = (entry: Partial<PdcItem>, defaults: object): Partial<PdcItem> =>
	Object.fromEntries(Object.entries(entry).filter(([field, value]) => value || !(field in defaults)));
