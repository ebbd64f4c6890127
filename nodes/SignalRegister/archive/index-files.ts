import { stringify } from 'csv-stringify/sync';
import type { Signal } from '../../shared/domain/signal';
import { markup } from '../../shared/pages/markup';
import { page } from '../../shared/pages/page';
import type { HouseStyle } from '../../shared/style/house-style';
import { asPlainCell } from '../../shared/tables/plain-cell';
import { dutchMoment } from '../../shared/domain/working-time/dutch-moment';
import { counted } from '../../shared/text/counted';
import { shorten } from '../../shared/text/shorten';

/** What the index says of a signal: short, as those of a whole month are in memory. */
export interface IndexLine {
	reference: string;
	cells: readonly string[];
	/** Paths of its files, from the folder of the month. */
	files: readonly string[];
}

const HEADINGS = [
	'Nummer',
	'Ontvangen',
	'Klant',
	'Organisatie',
	'Onderwerp',
	'Soort',
	'Leverancier',
	'Status',
	'Tickets',
];
const MAX_CELL = 150;

export function indexLine(signal: Signal, files: readonly string[]): IndexLine {
	const { reference, source, customer, subject, classification, status, tickets } = signal;
	const cells = [
		reference!,
		dutchMoment(source.receivedAt),
		customer.name ?? customer.email ?? '',
		customer.organisation ?? '',
		subject,
		classification?.category ?? '',
		classification?.supplier ?? '',
		status,
		tickets.map(({ number }) => number).join(', '),
	];
	return { reference: reference!, cells: cells.map((cell) => shorten(cell, MAX_CELL)), files };
}

/** The index for a spreadsheet, in which no cell is a formula. */
export function indexCsv(lines: readonly IndexLine[]): string {
	const rows = lines.map(({ cells, files }) => [...cells, files.join('\n')].map(asPlainCell));
	return stringify([[...HEADINGS, 'Bestanden'], ...rows], { bom: true, delimiter: ';' });
}

const CSS =
	'main{max-width:none}table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.3em .5em;text-align:left;vertical-align:top}';

/** The index as a page that opens without a network; its links lead to the files beside it. */
export function indexHtml(
	lines: readonly IndexLine[],
	{ title, bundles, madeAt }: { title: string; bundles: readonly string[]; madeAt: Date },
	style: HouseStyle,
): string {
	const link = (path: string) =>
		markup`<a href="${path.split('/').map(encodeURIComponent).join('/')}">${path.split('/').at(-1)!}</a>`;
	const body = markup`<p>${counted(lines.length, 'signaal', 'signalen')}, gemaakt op ${dutchMoment(madeAt.toISOString())}. Bundel: ${bundles.map((path, index) => markup`${index > 0 && ', '}${link(path)}`)}.</p>
<table>
<caption>De signalen die in deze maand zijn ontvangen</caption>
<thead><tr>${[...HEADINGS, 'Bestanden'].map((heading) => markup`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${lines.map(
		({ cells: [reference, ...cells], files }) =>
			markup`
<tr><th scope="row">${reference}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}<td>${files.map((path, index) => markup`${index > 0 && ', '}${link(path)}`)}</td></tr>`,
	)}</tbody>
</table>`;
	return page({ status: 200, title, css: CSS, body }, style).html;
}
