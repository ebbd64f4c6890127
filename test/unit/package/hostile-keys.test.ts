import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fieldOfColumn, type ColumnMapping } from '../../../nodes/Pdc/files/columns';
import { readEntries } from '../../../nodes/Pdc/files/read-entries';
import { catalogueXlsx } from '../../../nodes/Pdc/publish/catalogue-xlsx';
import { readAnswerJson } from '../../../nodes/Planon/api/json';
import { signalSchema } from '../../../nodes/shared/domain/signal';
import { pdcItemSchema } from '../../../nodes/shared/domain/pdc/item';
import type { Register } from '../../../nodes/shared/storage/register';
import { readFile, readSheets } from '../../../nodes/shared/tables/read-file';
import { bundleFile } from '../../../nodes/SignalRegister/bundle/file';
import { importList } from '../../../nodes/SignalRegister/import/import-list';
import { readJsonObject } from '../../../nodes/shared/json-object';
import { asText } from '../../../nodes/SupplierReport/output/sheets';
import { signalFor } from '../../support/signals';

const HOSTILE =
	'{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "name": "x"}';

const KEYS = ['__proto__', 'constructor', 'toString'];
/** A file with such headings, beside those of an old list, and such a word where a choice is expected. */
const LINES = [
	['Datum', 'Omschrijving', 'Soort', ...KEYS],
	['02-11-2026', 'De lift staat stil', 'constructor', 'x', 'x', 'x'],
] as const;
const asHtml = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

/** The writer cannot write such texts itself, so they are marked on the way. */
async function excelFile(): Promise<Buffer> {
	// It has types for modules only, and this is none.
	const { default: writeExcelFile } = await import('write-excel-file/node');
	const marked = LINES.map((line) => line.map((value) => ({ value: `§${value}` })));
	const files = unzipSync(await writeExcelFile(marked).toBuffer());
	const texts = 'xl/sharedStrings.xml';
	files[texts] = strToU8(strFromU8(files[texts]!).replaceAll('§', ''));
	return Buffer.from(zipSync(files));
}

/** Nothing in these files gets as far as the register. */
const noRegister = {} as Register;

const pollutedOf = (value: object): unknown => (value as { polluted?: unknown }).polluted;

describe('a key that JavaScript has a meaning for', () => {
	afterEach(() => expect(pollutedOf({})).toBeUndefined());

	it('is a key like any other in an answer of Planon', () => {
		const value = readAnswerJson(HOSTILE) as object;
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
		expect(pollutedOf(value)).toBeUndefined();
		expect(value).toMatchObject({ name: 'x' });
	});

	describe.each([
		['CSV', async () => Buffer.from(LINES.map((line) => line.join(';')).join('\r\n'))],
		['HTML', async () => Buffer.from(`<table>${LINES.map(asHtml).join('')}</table>`)],
		['Excel', excelFile],
	])('in a file of %s', (_, write) => {
		it('is a column that the catalogue does not know, and a cell like any other', async () => {
			const table = await readFile({ name: 'pdc', content: await write() });
			expect(table.headings).toEqual(LINES[0]);
			const { entries, problems } = readEntries(table);
			expect(entries).toEqual([]);
			const unknown = problems.filter(({ why }) => why.startsWith('Deze kolom is niet bekend'));
			expect(unknown.map(({ column }) => column)).toEqual(expect.arrayContaining(KEYS));
		});

		it('is in an old list kept as words, and what it may mean is not understood', async () => {
			const sheets = await readSheets({ name: 'lijst', content: await write() });
			const report = await importList(noRegister, sheets, {
				...{ actor: 'test', fileName: 'lijst', mapping: {}, values: {} },
				...{ statusWhenEmpty: 'ontvangen', now: new Date('2026-11-02T10:00:00Z') },
			});
			const [{ cells, problems }] = report.notUnderstood as [(typeof report.notUnderstood)[0]];
			expect(problems).toMatchObject([{ why: '"constructor" is hier niet bekend' }]);
			expect(Object.entries(cells)).toEqual(expect.arrayContaining(KEYS.map((key) => [key, 'x'])));
			expect(pollutedOf(cells)).toBeUndefined();
		});
	});

	it('may be meant in a mapping of columns, which then says nothing about others', () => {
		const mapping = JSON.parse('{"__proto__": "code"}') as ColumnMapping;
		expect(KEYS.map((key) => fieldOfColumn(key, mapping))).toEqual(['code', undefined, undefined]);
	});

	it.each(KEYS)('does not damage an Excel file that is written with %s in a cell', async (text) => {
		const signal = signalFor('<1@x>', { subject: text, text });
		const [bundle] = await readSheets({ name: 'bundel', content: await bundleFile([signal], 'xlsx') });
		const words = bundle!.rows[1]!.cells.map((cell) => cell.trim());
		expect(words.filter((word) => word === text)).toHaveLength(2);

		const named = pdcItemSchema.parse({ code: 'FMH-001', name: text, supplier: 'FMH' });
		const item = { ...named, version: 1, changedAt: '2026-11-02' };
		const catalogue = await readFile({ name: 'pdc', content: await catalogueXlsx([item]) });
		expect(catalogue.rows[0]!.cells.map((cell) => cell.trim())).toContain(text);

		expect(asText(text)).toBe(`${text} `);
	});

	it('is refused in a JSON field of a node', () => {
		expect(() => readJsonObject(HOSTILE, 'Fields', '{"name": "x"}')).toThrow('Fields is not a JSON object');
	});

	it('does not get into a signal', () => {
		const signal = { ...signalFor('<1@x>'), ...(JSON.parse(HOSTILE) as object) };
		expect(pollutedOf(signalSchema.parse(signal))).toBeUndefined();
	});
});
