import { WorkingCalendar } from '../../../nodes/shared/domain/working-time/working-calendar';
import { Register } from '../../../nodes/shared/storage/register';
import { makeReport } from '../../../nodes/SupplierReport/contents/make-report';
import { reportDocument } from '../../../nodes/SupplierReport/document/report-document';
import { reportMail } from '../../../nodes/SupplierReport/output/mail-html';
import { reportPdf } from '../../../nodes/SupplierReport/output/pdf/report-pdf';
import { reportSheets } from '../../../nodes/SupplierReport/output/sheets';
import { STYLE } from '../../../test/support/report';
import type { Measured } from './bench';

/** Every report of one period in every output, in a process of its own: its memory is that of the reports. */
async function main(databaseFile: string, endedBefore: string): Promise<Measured> {
	const register = await Register.open({ databaseFile });
	const start = performance.now();
	let bytes = 0;
	const make = async (supplier: string | null) => {
		const report = await makeReport(register, {
			supplier,
			period: { kind: 'twoMonths', endedBefore },
			terms: [{ supplier: '', category: '', days: 10 }],
			calendar: new WorkingCalendar(),
			now: new Date(),
		});
		const document = reportDocument(report, { introduction: '', closing: '' });
		bytes += reportPdf(document, STYLE, new Date()).length;
		bytes += (await reportSheets(document)).length + reportMail(document, STYLE).length;
		return report;
	};
	const { suppliers } = await make(null);
	for (const { supplier } of suppliers) await make(supplier);
	const seconds = (performance.now() - start) / 1000;
	await register.close();
	return { seconds, peakMb: process.resourceUsage().maxRSS / 1024, reports: suppliers.length + 1, bytes };
}

main(process.argv[2]!, process.argv[3]!).then(
	(measured) => process.send!(measured, () => process.exit(0)),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
