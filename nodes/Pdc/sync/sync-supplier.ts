import type { Supplier } from '../../shared/domain/codebook';
import { describeChange } from '../../shared/domain/pdc/change';
import type { Notice } from '../../shared/domain/pdc/notice';
import type { Pdc } from '../../shared/storage/pdc';
import { differences } from '../difference/diff';
import { fieldOfColumn, type ColumnMapping } from '../files/columns';
import { readEntries } from '../files/read-entries';
import type { Problem, Table } from '../../shared/tables/table';
import { draft } from '../notices/submit';
import { PdcError } from '../pdc-error';
import { todayOf } from '../today';

export interface SyncOptions {
	supplier: Supplier;
	mapping: ColumnMapping;
	/** For items that are added: whose portfolio they come in. */
	portfolio: string;
	/** Address of the supplier manager, who looks at what was found. */
	supplierManager: string;
	mostWithdrawn: number;
}

export interface SyncReport {
	supplier: Supplier;
	/** Notices that were made now, as `concept`. */
	notices: Array<Notice & { differences: string[] }>;
	/** How many differences were found before, and are still open or were rejected. */
	known: number;
	problems: Problem[];
}

/**
 * Compares our items of a supplier with his own catalogue, and makes a draft notice of every difference, once.
 * @throws PdcError when his catalogue is empty or cannot be whole
 */
export async function syncSupplier(pdc: Pdc, table: Table, options: SyncOptions): Promise<SyncReport> {
	const { supplier, mapping, portfolio, supplierManager, mostWithdrawn } = options;
	const today = todayOf(pdc.now());
	const { entries, leftOut, problems } = readEntries(withCodes(table, mapping), mapping);
	if (entries.length === 0) {
		const [first] = problems;
		throw new PdcError(
			`The catalogue of ${supplier} has no product or service that can be read.`,
			first
				? `Line ${first.line}: ${first.why} (${first.column ?? 'the whole line'}). Look at Column Mapping too.`
				: 'Look whether the source is the right one, and whether it may be read.',
		);
	}
	const ours = (await pdc.items.list()).filter(({ content }) => content.supplier === supplier);
	const found = differences(
		ours.map(({ content }) => content),
		entries.map(({ entry: { supplier: _supplier, ...entry } }) => entry),
		{ today, mostWithdrawn, unread: leftOut },
	);
	const report: SyncReport = { supplier, notices: [], known: 0, problems };
	for (const difference of found) {
		const { kind, code } = difference;
		const inPortfolio =
			kind === 'toegevoegd' && !difference.changes.some(({ field }) => field === 'portfolio');
		const changes = inPortfolio
			? [...difference.changes, { field: 'portfolio' as const, from: null, to: portfolio }]
			: difference.changes;
		const input = { kind, code, changes, supplier, effectiveFrom: today, submittedBy: supplierManager };
		if (await pdc.notices.wasRejected(input)) {
			report.known += 1;
			continue;
		}
		const { notice, duplicate } = await draft(pdc, input, `vergelijking met ${supplier}`);
		if (duplicate) {
			report.known += 1;
			continue;
		}
		if (kind !== 'toegevoegd')
			await pdc.events.add(code, 'gewijzigd bij leverancier', supplier, notice.number);
		report.notices.push({ ...notice, differences: notice.changes.map(describeChange) });
	}
	return report;
}

/** Other systems write a number with a space, such as KI 0042; a code has none. */
function withCodes({ headings, rows }: Table, mapping: ColumnMapping): Table {
	const isCode = headings.map((heading) => fieldOfColumn(heading, mapping) === 'code');
	const dashed = (cell: string, column: number) => (isCode[column] ? cell.trim().replace(/\s+/g, '-') : cell);
	return { headings, rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(dashed) })) };
}
