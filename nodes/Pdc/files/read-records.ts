import type { Table } from '../../shared/tables/table';

/** A value within a record, by its path: `text.title` is the title in text. */
function valueAt(record: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, name) =>
				typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined,
			record,
		);
}

const asText = (value: unknown): string => {
	if (value === null || value === undefined) return '';
	if (Array.isArray(value)) return value.map(asText).join('\n');
	return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
};

/**
 * Records of another system, such as services of TOPdesk or records of Planon, as a table. The fields that the
 * mapping names are its columns.
 * @param paths of the fields within a record
 */
export function readRecords(records: readonly unknown[], paths: readonly string[]): Table {
	return {
		headings: [...paths],
		rows: records.map((record, index) => ({
			line: index + 1,
			cells: paths.map((path) => asText(valueAt(record, path))),
		})),
	};
}
