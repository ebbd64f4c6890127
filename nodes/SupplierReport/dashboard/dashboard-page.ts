import { SUPPLIERS } from '../../shared/domain/codebook';
import { Markup, markup } from '../../shared/pages/markup';
import { page, type Page } from '../../shared/pages/page';
import type { HouseStyle } from '../../shared/style/house-style';
import { chartSvg } from '../charts/chart-svg';
import { hasLength, tableOf, type Block, type ReportDocument, type Table } from '../document/document';
import { written } from '../output/mail-html';
import { PERIOD_CHOICES, type DashboardQuery } from './query';

const CSS = `
header, main, footer { max-width: 60rem; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.375rem; line-height: 1.3; }
h3 { margin: 1.5rem 0 0.5rem; font-size: 1.125rem; }
.filter { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: flex-end; padding: 1rem 1.25rem; border: 1px solid #767676; }
.filter .field { margin: 0; flex: 1 1 14rem; }
.filter .label { font-size: 1rem; }
select { display: block; width: 100%; padding: 0.5rem; border: 2px solid #1a1a1a; border-radius: 0; background: #ffffff; color: #1a1a1a; font: inherit; }
figure { margin: 0 0 1rem; }
figcaption, caption { padding: 0 0 0.5rem; font-size: 1rem; font-weight: bold; text-align: left; }
svg { display: block; max-width: 100%; height: auto; }
.wide { overflow-x: auto; margin: 0 0 1.5rem; }
table { width: 100%; border-collapse: collapse; font-size: 1rem; overflow-wrap: normal; }
th, td { padding: 0.375rem 0.5rem; border-bottom: 1px solid #767676; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #1a1a1a; }
tbody th { font-weight: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 0.25rem solid #767676; }
details { margin: 0 0 1.5rem; }
summary { cursor: pointer; padding: 0.25rem 0; text-decoration: underline; }
`;

/** The report as a web page, with a form above it by which it is filtered. It works without script. */
export function dashboardPage(document: ReportDocument, query: DashboardQuery, style: HouseStyle): Page {
	let charts = 0;
	const blockMarkup = (block: Block): Markup => {
		switch (block.kind) {
			case 'text':
				return markup`<p>${block.text}</p>\n`;
			case 'list':
				return markup`<ul>${block.items.map((item) => markup`<li>${item}</li>`)}</ul>\n`;
			case 'subheading':
				return markup`<h3>${block.text}</h3>\n`;
			case 'quotes':
				return markup`${block.quotes.map((quote) => markup`<blockquote>${quote}</blockquote>\n`)}`;
			case 'table':
				return tableMarkup(block);
			case 'chart': {
				const svg = new Markup(chartSvg(block, { colour: style.colour, id: `grafiek-${++charts}` }));
				return markup`<figure><figcaption>${block.title}</figcaption>${hasLength(block) && svg}</figure>
<details><summary>De cijfers achter "${block.title}"</summary>${tableMarkup(tableOf(block))}</details>\n`;
			}
		}
	};
	const body = markup`<p>${document.subtitle}</p>
${query.unknown.length > 0 && markup`<p class="error" role="alert">Dit is geen keuze: ${query.unknown.join(', ')}. Hieronder staan de cijfers zonder die keuze.</p>`}
${filterMarkup(query)}
${document.sections.map(
	({ heading, blocks }, index) =>
		markup`<section aria-labelledby="deel-${index}">\n<h2 id="deel-${index}">${heading}</h2>\n${blocks.map(blockMarkup)}</section>\n`,
)}<p class="hint">${document.colophon}</p>`;
	return page({ status: 200, title: document.title, css: CSS, body }, style);
}

function filterMarkup({ supplier, period }: DashboardQuery): Markup {
	const option = (value: string, label: string, chosen: boolean) =>
		markup`<option value="${value}"${chosen && markup` selected`}>${label}</option>`;
	return markup`<form method="get" class="filter" aria-label="Kies wat u wilt zien">
<div class="field"><label class="label" for="leverancier">Leverancier</label>
<select id="leverancier" name="leverancier">${option('', 'Alle leveranciers', supplier === '')}${SUPPLIERS.map((one) => option(one, one, one === supplier))}</select></div>
<div class="field"><label class="label" for="periode">Periode</label>
<select id="periode" name="periode">${Object.entries(PERIOD_CHOICES).map(([value, label]) => option(value, label, value === period))}</select></div>
<button type="submit">Toon</button>
</form>`;
}

function tableMarkup({ caption, columns, rows }: Table): Markup {
	const number = (index: number) => columns[index]!.numeric && markup` class="number"`;
	return markup`<div class="wide" tabindex="0" role="region" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ name }, index) => markup`<th scope="col"${number(index)}>${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
	(row) =>
		markup`<tr>${row.map((cell, index) =>
			index === 0
				? markup`<th scope="row">${written(cell)}</th>`
				: markup`<td${number(index)}>${written(cell)}</td>`,
		)}</tr>\n`,
)}</tbody>
</table></div>
`;
}
