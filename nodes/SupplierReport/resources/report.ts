import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { SUPPLIERS } from '../../shared/domain/codebook';
import { ALL_SUPPLIERS, makeReport, makeReports, type ReportsRequest } from '../contents/make-report';
import { otherFiguresSchema, type Report } from '../contents/report';
import { dashboardPage } from '../dashboard/dashboard-page';
import { dashboardQuery } from '../dashboard/query';
import { reportDocument } from '../document/report-document';
import { reportMail } from '../output/mail-html';
import { reportText } from '../output/mail-text';
import { logoFrom } from '../output/pdf/logo';
import { reportPdf } from '../output/pdf/report-pdf';
import { reportSheets, SHEETS_TYPE } from '../output/sheets';
import { calendarOf, FREE_DAYS, HOUSE_STYLE, houseStyleOf, SUPPLIER_OPTIONS, TERMS, termsOf } from './fields';
import type { Operation, OperationContext, ReportFile, Resource, Result } from './operation';
import { PERIOD_FIELDS, periodOf } from './period-fields';

const OUTPUTS = ['html', 'pdf', 'xlsx'] as const;

const ABOUT: INodeProperties = {
	displayName: 'About',
	name: 'about',
	type: 'options',
	options: [
		{ name: 'All Suppliers Together', value: 'summary', description: 'The summary for the management team' },
		{ name: 'Each Supplier and All Together', value: 'each', description: 'An item for every report' },
		{ name: 'One Supplier', value: 'one' },
	],
	default: 'each',
};

const SUPPLIER: INodeProperties = {
	displayName: 'Supplier',
	name: 'supplier',
	type: 'options',
	options: SUPPLIER_OPTIONS,
	default: 'FMH',
	displayOptions: { show: { about: ['one'] } },
};

const MAKE_FIELDS: INodeProperties[] = [
	ABOUT,
	SUPPLIER,
	...PERIOD_FIELDS,
	{
		displayName: 'Outputs',
		name: 'outputs',
		type: 'multiOptions',
		options: [
			{ name: 'Mail (HTML)', value: 'html' },
			{ name: 'PDF', value: 'pdf' },
			{ name: 'Sheets (XLSX)', value: 'xlsx' },
		],
		default: ['pdf', 'xlsx', 'html'],
		description: 'Besides the figures as JSON',
	},
	TERMS,
	{
		displayName: 'Explanation',
		name: 'explanation',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'What the coordinator adds to it',
	},
	{
		displayName: 'Figures of Another System',
		name: 'otherFigures',
		type: 'json',
		default: '',
		description:
			'What another system counted over the same days, to be put beside ours: {"system", "count", "open", "median"}. With "supplier" and "categories" they stand beside only those.',
	},
	FREE_DAYS,
	HOUSE_STYLE,
	{
		displayName: 'Keep in Archive',
		name: 'keep',
		type: 'boolean',
		default: false,
		description: 'Whether to keep the report in the register, so that the next one can look back on it',
	},
	{
		displayName: 'Approved By',
		name: 'approvedBy',
		type: 'string',
		default: '',
		description: 'Who approved it',
		displayOptions: { show: { keep: [true] } },
	},
];

/** For each report an item with `report`, `document` (title and headline) and `mail`, and its files as binary data. */
const make: Operation = {
	value: 'make',
	name: 'Make',
	action: 'Make a report',
	description: 'Make a report on a supplier, on all of them, or both, from the register',
	fields: MAKE_FIELDS,
	async run(context) {
		const { register, read, now } = context;
		const results: Result[] = [];
		for await (const report of reportsFor(context)) {
			results.push(await resultOf(report, context));
			if (!read('keep')) continue;
			const approvedBy = String(read('approvedBy', '') ?? '').trim() || null;
			await register.reports.keep({
				supplier: report.supplier ?? ALL_SUPPLIERS,
				from: report.period.from,
				until: report.period.until,
				madeAt: now.toISOString(),
				explanation: report.explanation,
				approvedAt: approvedBy && now.toISOString(),
				approvedBy,
				report: JSON.stringify(report),
			});
		}
		return results;
	},
};

async function* reportsFor({ register, read, now }: OperationContext): AsyncGenerator<Report> {
	const about = z.enum(['each', 'one', 'summary']).parse(read('about'));
	const request: ReportsRequest = {
		period: periodOf(read),
		terms: termsOf(read),
		calendar: calendarOf(read),
		explanation: String(read('explanation', '') ?? '').trim(),
		other: otherFiguresSchema.parse(read('otherFigures', '') || null),
		now,
	};
	if (about === 'each') yield* makeReports(register, request);
	else {
		const supplier = about === 'one' ? z.enum(SUPPLIERS).parse(read('supplier')) : null;
		yield await makeReport(register, { ...request, supplier });
	}
}

async function resultOf(report: Report, { read, binary, now }: OperationContext): Promise<Result> {
	const outputs = new Set(z.array(z.enum(OUTPUTS)).parse(read('outputs')));
	const { style, texts, logoField } = houseStyleOf(read);
	const document = reportDocument(report, texts);
	const subject = `${document.title}: ${report.period.label}`;
	const name = `rapportage-${report.supplier ?? ALL_SUPPLIERS}-${report.period.from}`.replace(
		/[^\w-]+/g,
		'-',
	);
	const files: ReportFile[] = [];
	if (outputs.has('pdf')) {
		const logo = logoField ? logoFrom(await binary(logoField)) : null;
		const content = reportPdf(document, style, now, logo);
		files.push({ property: 'pdf', fileName: `${name}.pdf`, mimeType: 'application/pdf', content });
	}
	if (outputs.has('xlsx')) {
		const content = await reportSheets(document);
		files.push({ property: 'xlsx', fileName: `${name}.xlsx`, mimeType: SHEETS_TYPE, content });
	}
	const html = outputs.has('html') ? reportMail(document, style) : null;
	return { json: { report, mail: { subject, text: reportText(document), html } }, files };
}

/** Gives `page` (`status`, `html`, `headers`) for a Respond to Webhook node. */
const page: Operation = {
	value: 'page',
	name: 'Make Dashboard Page',
	action: 'Make a dashboard page',
	description: 'Make an accessible web page with the figures up to today, that can be filtered',
	fields: [
		{
			displayName: 'Query',
			name: 'query',
			type: 'json',
			default: '={{ $json.query }}',
			description: 'What was chosen on the page: leverancier and periode, as the Webhook node gives them',
		},
		TERMS,
		FREE_DAYS,
		HOUSE_STYLE,
	],
	async run({ register, read, now }) {
		const query = dashboardQuery(read('query', {}), now);
		const report = await makeReport(register, {
			...query.request,
			terms: termsOf(read),
			calendar: calendarOf(read),
			now,
		});
		const { style, texts } = houseStyleOf(read);
		return [{ json: { page: dashboardPage(reportDocument(report, texts), query, style) } }];
	},
};

export const report: Resource = { value: 'report', name: 'Report', operations: [make, page] };
