import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { chartSvg } from '../../../nodes/SupplierReport/charts/chart-svg';
import type { Report } from '../../../nodes/SupplierReport/contents/report';
import { tableOf, type Chart } from '../../../nodes/SupplierReport/document/document';
import { reportDocument } from '../../../nodes/SupplierReport/document/report-document';
import { reportMail } from '../../../nodes/SupplierReport/output/mail-html';
import { reportText } from '../../../nodes/SupplierReport/output/mail-text';
import { printable } from '../../../nodes/SupplierReport/output/pdf/printable';
import { reportPdf } from '../../../nodes/SupplierReport/output/pdf/report-pdf';
import { asText, reportSheets } from '../../../nodes/SupplierReport/output/sheets';
import { reportFor, STYLE } from '../../support/report';

/** An ES module: it cannot be required. */
const readSheets = async (file: Buffer) => (await import('read-excel-file/node')).default(file);
const MADE = new Date('2026-11-24T08:00:00Z');
const documentOf = (changes: Partial<Report> = {}, closing = '') =>
	reportDocument(reportFor(changes), { introduction: '', closing });
const pdfOf = (changes: Partial<Report> = {}) => reportPdf(documentOf(changes), STYLE, MADE);

/** Everything in a PDF, with its compressed streams opened. */
function opened(pdf: Buffer): string {
	const whole = pdf.toString('latin1');
	const streams = [...whole.matchAll(/\/Length (\d+)[\s\S]*?stream\r?\n/g)].map(
		({ 0: head, 1: length, index }) => {
			const from = index + head.length;
			try {
				return inflateSync(pdf.subarray(from, from + Number(length))).toString('latin1');
			} catch {
				return '';
			}
		},
	);
	return [whole, ...streams].join('\n');
}

/** What somebody may write in a subject, a quote or an explanation. */
const HOSTILE = [
	'=HYPERLINK("http://evil.example","klik")',
	'@SUM(1+1)*cmd|calc',
	'<script>alert(1)</script><img src=x onerror=alert(1)>',
	'#panic("typst") #read("/etc/passwd") $x$ *vet* `code` \\ <label> @ref',
	'"}],"colour":"#000000',
];
const hostile = (text: string): Partial<Report> => ({
	supplier: text,
	explanation: text,
	headline: [text],
	trendTexts: [text],
	subjects: { texts: 9, sampled: false, top: [{ name: text, count: 9, quotes: [text] }] },
	groups: {
		shown: [{ organisation: text, count: 9, complaints: 1 }],
		together: { groups: 0, count: 0 },
		unknown: 0,
	},
});

describe('PDF', () => {
	it('is tagged, in Dutch, with a title, and says that it is PDF/UA-1', () => {
		const pdf = opened(pdfOf());
		expect(pdf).toMatch(/\/StructTreeRoot/);
		expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
		expect(pdf).toMatch(/\/Lang\s*\(nl/);
		expect(pdf).toMatch(/\/DisplayDocTitle true/);
		expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(pdf).toContain('Rapportage signalen FMH');
		for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'Figure', 'L', 'BlockQuote', 'Caption']) {
			expect(pdf).toMatch(new RegExp(`/S ?/${tag}\\b`));
		}
		expect(pdf).toMatch(/\/Alt ?[(<]/);
	});

	it.each(HOSTILE)('shows %s as text', (text) => {
		expect(pdfOf(hostile(text)).subarray(0, 5).toString()).toBe('%PDF-');
	});

	it('can show every character that it keeps, and keeps nothing else', () => {
		const all = Array.from({ length: 0x2700 - 0x20 }, (_, index) => String.fromCodePoint(index + 0x20));
		const kept = all
			.filter((character) => !/[\ud800-\udfff]/.test(character))
			.map(printable)
			.join('');
		expect(() => pdfOf({ explanation: kept, supplier: kept.slice(0, 400) })).not.toThrow();
	});

	it('takes any text whatever', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
				expect(pdfOf(hostile(text)).length).toBeGreaterThan(1_000);
			}),
			{ numRuns: 15 },
		);
	});
});

describe('sheets', () => {
	it('hold the figures behind every chart and every table', async () => {
		const document = documentOf();
		const wanted = document.sections
			.flatMap(({ blocks }) => blocks)
			.flatMap((block) =>
				block.kind === 'chart' ? [tableOf(block)] : block.kind === 'table' ? [block] : [],
			);
		const sheets = await readSheets(await reportSheets(document));
		expect(sheets).toHaveLength(wanted.length + 1);
		for (const [index, table] of wanted.entries()) {
			expect(sheets[index + 1]!.data.slice(1)).toEqual(table.rows.map((row) => [...row]));
		}
	});

	it.each(HOSTILE)('take %s for no formula', async (text) => {
		const file = await reportSheets(documentOf(hostile(text)));
		const parts = unzipSync(new Uint8Array(file));
		for (const [name, content] of Object.entries(parts)) {
			if (name.endsWith('.xml')) expect(Buffer.from(content).toString()).not.toMatch(/<f>|<f /);
		}
		const cells = (await readSheets(file)).flatMap(({ data }) => data.flat());
		const risky = cells.filter((cell) => typeof cell === 'string' && /^\s*[=+\-@]/.test(cell));
		expect(risky).toEqual([]);
	});

	it('leaves no text at the start of which Excel sees a formula', () => {
		fc.assert(
			fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ='), fc.string(), (start, rest) => {
				expect(asText(start + rest).startsWith("'")).toBe(true);
			}),
		);
	});
});

describe('mail', () => {
	it.each(HOSTILE)('shows %s as text', (text) => {
		const html = reportMail(documentOf(hostile(text)), STYLE);
		expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
		expect(html.match(/<html/g)).toHaveLength(1);
	});

	it('needs no picture, no style sheet and nothing from elsewhere', () => {
		const html = reportMail(documentOf(), STYLE);
		expect(html).not.toMatch(/<img|<svg|<style|<link|<script|https?:|url\(/);
		// The figures of the charts are there.
		expect(html).toContain('Signalen per maand');
		expect(html).toContain('okt 26');
	});
});

describe('charts', () => {
	const chart: Chart = {
		kind: 'chart',
		shape: 'bars',
		title: 'Per soort <b>',
		description: 'klacht 3, storing 0 & meer',
		labelName: 'Soort',
		labels: ['klacht', 'storing "x"'],
		series: [
			{ name: 'Nu', values: [3, 0] },
			{ name: 'Vorig jaar', values: [null, 2] },
		],
	};
	it('say in words what they show, and differ by more than colour', () => {
		const svg = chartSvg(chart, { colour: '#154273', id: 'a' });
		expect(svg).toContain('role="img" aria-labelledby="a-t a-d"');
		expect(svg).toContain('<title id="a-t">Per soort &lt;b&gt;</title>');
		expect(svg).toContain('<desc id="a-d">klacht 3, storing 0 &amp; meer</desc>');
		expect(svg).toContain('fill="url(#a-p)"');
		expect(svg).toContain('storing &quot;x&quot;');
	});
});

it('has no chart, and says so in words, when there is nothing to show', () => {
	const document = documentOf({
		total: { now: 0, previous: 0, lastYear: 0 },
		categories: [],
		months: [{ month: '2026-10', count: 0 }],
		compliments: { count: 0, quotes: [] },
		subjects: { texts: 0, sampled: false, top: [] },
		groups: { shown: [], together: { groups: 0, count: 0 }, unknown: 0 },
	});
	const blocks = document.sections.flatMap((section) => section.blocks);
	expect(blocks.some(({ kind }) => kind === 'chart')).toBe(false);
	expect(document.sections.every((section) => section.blocks.length > 0)).toBe(true);
});

describe('the mail as text', () => {
	it('has every figure, and no tags', () => {
		const text = reportText(documentOf({ supplier: null, suppliers: [] }));
		expect(text).toContain('IN HET KORT\n\n- In september en oktober 2026 kwamen 42 signalen');
		expect(text).toContain('- klacht: Deze periode 30, Periode ervoor 20, Vorig jaar –');
		expect(text).toContain('> De zaal was vuil en niet opgeruimd.');
		expect(text).not.toMatch(/<[a-z]/);
	});
});

describe('a chart', () => {
	const labelled = (labels: string[]) =>
		chartSvg(
			{
				kind: 'chart',
				shape: 'bars',
				title: 'Signalen per leverancier',
				description: '',
				labelName: 'Leverancier',
				labels,
				series: [{ name: 'Signalen', values: labels.map(() => 1) }],
			},
			{ colour: '#154273', id: 'g1' },
		);

	it('keeps the end of a long name, by which it differs from others, and leaves a short one whole', () => {
		const long = (number: number) => `Samenwerkingsverband Facilitaire Dienstverlening ${number}`;
		const svg = labelled([long(41), long(42), 'SSC-ICT']);
		expect(svg).toMatch(/>Samenwerk[^<]*…[^<]*41</);
		expect(svg).toMatch(/>Samenwerk[^<]*…[^<]*42</);
		expect(svg).toContain('>SSC-ICT<');
	});

	it('cuts a name of wide letters shorter', () => {
		const shown = (label: string) => /text-anchor="end">([^<]*)</.exec(labelled([label]))![1]!;
		expect(shown('X'.repeat(60)).length).toBeLessThan(shown('i'.repeat(60)).length);
		expect(shown('X'.repeat(60)).length).toBeLessThan(20);
	});
});
