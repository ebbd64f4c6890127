import { parse } from 'csv-parse/sync';
import { bundleFile } from '../../../nodes/SignalRegister/bundle/file';
import { signalFor, ticketFor } from '../../support/signals';

const ticket = ticketFor();
const signal = signalFor('<1@x>', {
	reference: 'R-2026-000001',
	subject: '=HYPERLINK("http://kwaad.example";"klik")',
	text: 'Regel 1; met "aanhalingstekens"\nregel 2 \0 \uD800 é 🙂',
	customer: { name: '@SUM(A1:A9)', email: 'jan@x.example', organisation: '+31 70' },
	tickets: [ticket],
	actions: [{ at: '2026-11-02T10:00:00.000Z', kind: 'ticket', actor: 'intake', text: 'Doorgezet.' }],
});

async function excelRows(file: Buffer): Promise<unknown[][]> {
	const { default: readExcelFile } = await import('read-excel-file/node');
	const [sheet] = await readExcelFile(file);
	return sheet!.data;
}

it('is a CSV file that Excel opens in Dutch, in which no formula is left', async () => {
	const csv = (await bundleFile([signal], 'csv')).toString();
	expect(csv.startsWith('\uFEFFNummer;Ontvangen;Klant;')).toBe(true);
	const [line] = parse(csv, { bom: true, delimiter: ';', columns: true }) as Array<Record<string, string>>;
	expect(line).toMatchObject({
		Nummer: 'R-2026-000001',
		Ontvangen: '2026-11-02 10:00',
		Klant: "'@SUM(A1:A9)",
		Organisatie: "'+31 70",
		Onderwerp: `'=HYPERLINK("http://kwaad.example";"klik")`,
		Tekst: 'Regel 1; met "aanhalingstekens"\nregel 2  \uFFFD é 🙂',
		Tickets: 'SSC-ICT I 2611 001',
		Acties: '2026-11-02 11:00 Doorgezet.',
	});
});

it('is an Excel file in which all is text, however long', async () => {
	const long = signalFor('<2@x>', { text: '='.repeat(40_000) });
	const [headings, first, second] = await excelRows(await bundleFile([signal, long], 'xlsx'));
	const cell = (line: unknown[] | undefined, heading: string) => line![headings!.indexOf(heading)];
	expect(cell(first, 'Onderwerp')).toBe('=HYPERLINK("http://kwaad.example";"klik")');
	expect(cell(first, 'Klant')).toBe('@SUM(A1:A9)');
	expect(cell(second, 'Tekst')).toBe('='.repeat(32_767));
});

it('has its headings also when there is nothing in it', async () => {
	expect((await bundleFile([], 'csv')).toString().split('\n')).toHaveLength(2);
	expect(await excelRows(await bundleFile([], 'xlsx'))).toHaveLength(1);
});
