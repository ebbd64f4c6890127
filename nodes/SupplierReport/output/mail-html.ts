import { markup, type Markup, type MarkupPart } from '../../shared/pages/markup';
import type { HouseStyle } from '../../shared/style/house-style';
import { number } from '../../shared/text/counted';
import { tableOf, type Block, type Cell, type ReportDocument, type Table } from '../document/document';

const FONT = 'font-family:Calibri,Verdana,Arial,sans-serif;color:#1a1a1a;';
const P = `margin:0 0 12px 0;${FONT}font-size:16px;line-height:1.5;`;
const CELL = `${FONT}font-size:14px;line-height:1.4;padding:6px 8px;border-bottom:1px solid #767676;vertical-align:top;`;

/**
 * The report as a mail: every style on its own element and tables for what must line up, as Outlook needs it. Charts
 * are given as their figures: many mail programs show no pictures, and nothing may be missing without them.
 */
export function reportMail(document: ReportDocument, style: HouseStyle): string {
	const { title, subtitle, sections, colophon } = document;
	const signed = [style.organisation, style.department, ...style.signature.split('\n')].filter(Boolean);
	return markup`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body style="margin:0;padding:0;background-color:#ffffff;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td style="padding:24px;border-top:6px solid ${style.colour};overflow-wrap:anywhere;word-break:break-word;">
<h1 style="margin:0 0 4px 0;${FONT}font-size:24px;line-height:1.3;">${title}</h1>
<p style="${P}font-size:18px;">${subtitle}</p>
${sections.map(
	({ heading, blocks }) =>
		markup`<h2 style="margin:24px 0 8px 0;${FONT}font-size:20px;line-height:1.3;">${heading}</h2>\n${blocks.map(blockMarkup)}`,
)}
<p style="${P}padding:16px 0 0 0;border-top:1px solid #767676;font-size:14px;">${colophon}${signed.map((line) => markup`<br>${line}`)}</p>
</td>
</tr></table>
</body>
</html>
`.html;
}

function blockMarkup(block: Block): Markup {
	switch (block.kind) {
		case 'text':
			return markup`<p style="${P}">${withBreaks(block.text)}</p>\n`;
		case 'list':
			return markup`<ul style="margin:0 0 12px 0;padding:0 0 0 24px;">${block.items.map((item) => markup`<li style="${FONT}font-size:16px;line-height:1.5;margin:0 0 4px 0;">${item}</li>`)}</ul>\n`;
		case 'subheading':
			return markup`<h3 style="margin:16px 0 6px 0;${FONT}font-size:16px;line-height:1.3;">${block.text}</h3>\n`;
		case 'quotes':
			return markup`${block.quotes.map((quote) => markup`<blockquote style="margin:0 0 12px 0;padding:0 0 0 12px;border-left:3px solid #767676;${FONT}font-size:16px;line-height:1.5;">${quote}</blockquote>\n`)}`;
		case 'table':
			return tableMarkup(block);
		case 'chart':
			return tableMarkup(tableOf(block));
	}
}

function tableMarkup({ caption, columns, rows }: Table): Markup {
	const align = (index: number) => (columns[index]!.numeric ? 'right' : 'left');
	return markup`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:0 0 16px 0;">
<caption style="${FONT}font-size:14px;font-weight:bold;text-align:left;padding:0 0 4px 0;">${caption}</caption>
<thead><tr>${columns.map(({ name }, index) => markup`<th scope="col" align="${align(index)}" style="${CELL}font-weight:bold;text-align:${align(index)};border-bottom:2px solid #1a1a1a;">${name}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${row.map((cell, index) => cellMarkup(cell, index, align(index)))}</tr>\n`)}</tbody>
</table>
`;
}

const cellMarkup = (cell: Cell, index: number, align: string): Markup =>
	index === 0
		? markup`<th scope="row" align="${align}" style="${CELL}font-weight:normal;text-align:${align};">${written(cell)}</th>`
		: markup`<td align="${align}" style="${CELL}text-align:${align};">${written(cell)}</td>`;

/** As people read it; what is not known is a dash. */
export const written = (cell: Cell): string =>
	cell === null ? '–' : typeof cell === 'number' ? number(cell) : cell;

const withBreaks = (text: string): MarkupPart =>
	text.split('\n').map((line, index) => [index > 0 && markup`<br>`, line]);
