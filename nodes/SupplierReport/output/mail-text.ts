import { tableOf, type Block, type ReportDocument, type Table } from '../document/document';
import { written } from './mail-html';

/** The report as plain text, for who reads mail without HTML. */
export function reportText({ title, subtitle, sections, colophon }: ReportDocument): string {
	const parts = sections.flatMap(({ heading, blocks }) => [heading.toUpperCase(), ...blocks.map(blockText)]);
	return [title, subtitle, ...parts, colophon].filter(Boolean).join('\n\n');
}

function blockText(block: Block): string {
	switch (block.kind) {
		case 'text':
		case 'subheading':
			return block.text;
		case 'list':
			return points(block.items);
		case 'quotes':
			return block.quotes.map((quote) => `> ${quote}`).join('\n');
		case 'table':
			return tableText(block);
		case 'chart':
			return tableText(tableOf(block));
	}
}

/** A point for each row, as `- klacht: Deze periode 30, Vorig jaar 20`. */
const tableText = ({ caption, columns, rows }: Table): string =>
	[
		caption,
		points(
			rows.map(([first, ...rest]) => {
				const cells = rest.map((cell, index) => `${columns[index + 1]!.name} ${written(cell ?? null)}`);
				return [written(first ?? null), cells.join(', ')].filter(Boolean).join(': ');
			}),
		),
	].join('\n');

const points = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
