import { FIELD_NAMES, ITEM_FIELDS } from '../../shared/domain/pdc/item';
import { asPlainCell } from '../../shared/tables/plain-cell';
import { xlsxText } from '../../shared/tables/xlsx-text';
import type { PublishedItem } from './published';

const WIDE = new Set(['description', 'quality', 'ordering', 'delivery', 'support']);

/** The catalogue as an Excel file, that an import reads back as it is. */
export async function catalogueXlsx(items: readonly PublishedItem[]): Promise<Buffer> {
	// It has types for modules only, and this is none.
	const { default: writeXlsx } = await import('write-excel-file/node');
	const text = (value: string) => ({
		type: String,
		value: xlsxText(asPlainCell(value)),
		wrap: true,
		alignVertical: 'top' as const,
	});
	const heading = (value: string) => ({
		type: String,
		value,
		fontWeight: 'bold' as const,
		backgroundColor: '#eef3f8',
	});
	const headings = ['Code', ...ITEM_FIELDS.map((field) => FIELD_NAMES[field]), 'Versie', 'Gewijzigd op'];
	const rows = items.map((item) => [
		text(item.code),
		...ITEM_FIELDS.map((field) => {
			const value = item[field];
			return text(Array.isArray(value) ? value.join('\n') : (value ?? ''));
		}),
		{ type: Number, value: item.version, alignVertical: 'top' as const },
		text(item.changedAt.slice(0, 10)),
	]);
	const columns = [
		{ width: 12 },
		...ITEM_FIELDS.map((field) => ({ width: WIDE.has(field) ? 45 : 22 })),
		{},
		{ width: 14 },
	];
	return await writeXlsx([headings.map(heading), ...rows], {
		columns,
		stickyRowsCount: 1,
		sheet: 'PDC',
	}).toBuffer();
}
