import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { HouseStyle } from '../../../shared/style/house-style';
import { chartSvg } from '../../charts/chart-svg';
import { hasLength, type Block, type ReportDocument } from '../../document/document';
import { written } from '../mail-html';
import { breakable, printable } from './printable';
import { PdfError } from './pdf-error';

/** A picture for at the top of the first page. */
export interface Logo {
	content: Buffer;
	format: 'png' | 'jpg' | 'svg';
}

const TEMPLATE = readFileSync(join(__dirname, 'report.typ'), 'utf8');

/** Only what the report is made of can be read from here. */
const WORKSPACE = __dirname;

/**
 * The report as a tagged PDF in Dutch (PDF/UA-1). The compiler refuses what a screen reader could not read, such as a
 * picture without a description.
 *
 * @param madeAt stands in the file as the time that it was made
 * @throws PdfError when the compiler refuses it
 */
export function reportPdf(
	document: ReportDocument,
	style: HouseStyle,
	madeAt: Date,
	logo: Logo | null = null,
): Buffer {
	const compiler = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: fonts() }] });
	const path = logo && join(WORKSPACE, `logo.${logo.format}`);
	if (logo) compiler.mapShadow(path!, logo.content);
	const report = {
		...printed(document, style.colour),
		colour: style.colour,
		organisation: printable(style.organisation),
		footer: breakable(`${document.title}, ${document.subtitle}`),
		logo: path && { path: `logo.${logo.format}`, alt: `Logo van ${style.organisation || 'de organisatie'}` },
	};
	const compiled = compiler.compile({
		mainFileContent: TEMPLATE,
		inputs: { report: JSON.stringify(report) },
	});
	if (!compiled.result) {
		const diagnostics = compiled.takeDiagnostics();
		throw new PdfError(
			diagnostics ? JSON.stringify(compiler.fetchDiagnostics(diagnostics)) : 'no reason given',
		);
	}
	try {
		return compiler.pdf(compiled.result, {
			pdfStandard: 'ua-1',
			pdfTags: true,
			creationTimestamp: Math.floor(madeAt.getTime() / 1000),
		});
	} catch (error) {
		throw new PdfError(error instanceof Error ? error.message : String(error));
	}
}

function printed({ title, subtitle, sections, colophon }: ReportDocument, colour: string) {
	let charts = 0;
	const printedBlock = (block: Block): object[] => {
		switch (block.kind) {
			case 'text':
			case 'subheading':
				return [{ ...block, text: breakable(block.text) }];
			case 'list':
				return [{ ...block, items: block.items.map(breakable) }];
			case 'quotes':
				return [{ ...block, quotes: block.quotes.map(breakable) }];
			case 'table':
				return [
					{
						...block,
						caption: breakable(block.caption),
						columns: block.columns.map(({ name, numeric }) => ({ name: breakable(name), numeric })),
						rows: block.rows.map((row) => row.map((cell) => breakable(written(cell)))),
					},
				];
			case 'chart': {
				if (!hasLength(block)) return [];
				// Set again from its printable parts: what the font lacks must not stand in the picture either.
				const chart = {
					...block,
					title: printable(block.title),
					description: printable(block.description),
					labels: block.labels.map(printable),
				};
				const svg = chartSvg(chart, { colour, id: `g${++charts}` });
				return [{ kind: 'chart', title: breakable(block.title), description: chart.description, svg }];
			}
		}
	};
	return {
		title: printable(title),
		subtitle: breakable(subtitle),
		colophon: breakable(colophon),
		sections: sections.map(({ heading, blocks }) => ({
			heading: breakable(heading),
			blocks: blocks.flatMap(printedBlock),
		})),
	};
}

let loaded: Buffer[] | undefined;

/** Atkinson Hyperlegible, made by the Braille Institute for who reads badly; open licence (OFL), in its package. */
function fonts(): Buffer[] {
	const folder = dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible/package.json'));
	loaded ??= ['400Regular', '400Regular_Italic', '700Bold'].map((weight) =>
		readFileSync(join(folder, weight, `AtkinsonHyperlegible_${weight}.ttf`)),
	);
	return loaded;
}
