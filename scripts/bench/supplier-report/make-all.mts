// Every report of one period in every output, in a process of its own: its memory is that of the reports. It runs what
// n8n runs, the built package, on Node alone: a compiler in the same process would be counted with it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Making from '../../../nodes/SupplierReport/contents/make-report.js';
import type * as Documents from '../../../nodes/SupplierReport/document/report-document.js';
import type * as Mail from '../../../nodes/SupplierReport/output/mail-html.js';
import type * as Pdf from '../../../nodes/SupplierReport/output/pdf/report-pdf.js';
import type * as Sheets from '../../../nodes/SupplierReport/output/sheets.js';
import type * as Calendar from '../../../nodes/shared/domain/working-time/working-calendar.js';
import type * as RegisterModule from '../../../nodes/shared/storage/register.js';
import type { Measured, Part } from './bench.js';

const require = createRequire(import.meta.url);
const built = join(import.meta.dirname, '..', '..', '..', 'dist', 'nodes');
function load<T>(path: string): T {
	return require(join(built, path)) as T;
}

const { WorkingCalendar } = load<typeof Calendar>('shared/domain/working-time/working-calendar.js');
const { Register } = load<typeof RegisterModule>('shared/storage/register.js');
const { makeReports } = load<typeof Making>('SupplierReport/contents/make-report.js');
const { reportDocument } = load<typeof Documents>('SupplierReport/document/report-document.js');
const { reportMail } = load<typeof Mail>('SupplierReport/output/mail-html.js');
const { reportPdf } = load<typeof Pdf>('SupplierReport/output/pdf/report-pdf.js');
const { reportSheets } = load<typeof Sheets>('SupplierReport/output/sheets.js');

const STYLE = { organisation: 'Dienstencentrum', department: '', signature: '', colour: '#154273' };

/** Seconds that each part took. */
const parts: Partial<Record<Part, number>> = {};
let lap = performance.now();
function took(part: Part): void {
	const now = performance.now();
	parts[part] = (parts[part] ?? 0) + (now - lap) / 1000;
	lap = now;
}

/** @param onlyPdf leaves out what the other side does not do: texts, and the other outputs */
async function main(databaseFile: string, endedBefore: string, onlyPdf: boolean): Promise<Measured> {
	const register = await Register.open({ databaseFile });
	if (onlyPdf) register.reports.draw = async () => [];
	const processor = process.cpuUsage();
	const start = (lap = performance.now());
	let [reports, bytes] = [0, 0];
	const request = {
		period: { kind: 'twoMonths' as const, endedBefore },
		terms: [{ supplier: '', category: '', days: 10 }],
		calendar: new WorkingCalendar(),
		now: new Date(),
	};
	for await (const report of makeReports(register, request)) {
		const document = reportDocument(report, { introduction: '', closing: '' });
		reports++;
		took('figures');
		bytes += reportPdf(document, STYLE, new Date()).length;
		took('PDF');
		if (onlyPdf) continue;
		bytes += (await reportSheets(document)).length;
		took('XLSX');
		bytes += reportMail(document, STYLE).length;
		took('mail');
		bytes += JSON.stringify(report).length;
		took('JSON');
	}
	const { user, system } = process.cpuUsage(processor);
	const seconds = (performance.now() - start) / 1000;
	await register.close();
	const peakMb = process.resourceUsage().maxRSS / 1024;
	return { seconds, processorSeconds: (user + system) / 1e6, parts, peakMb, reports, bytes };
}

const [databaseFile, endedBefore, what] = process.argv.slice(2);
console.log(JSON.stringify(await main(databaseFile!, endedBefore!, what === 'pdf')));
