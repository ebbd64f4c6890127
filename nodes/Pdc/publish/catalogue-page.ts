import { DateTime } from 'luxon';
import { PART_NAMES, PARTS } from '../../shared/domain/pdc/item';
import { markup, type Markup } from '../../shared/pages/markup';
import { page, type Page } from '../../shared/pages/page';
import type { HouseStyle } from '../../shared/style/house-style';
import { counted } from '../../shared/text/counted';
import { saysNothing } from '../quality/completeness';
import type { PublishedItem } from './published';

const WITHOUT_PORTFOLIO = 'Overig';

/**
 * The catalogue as one accessible page, without script: a list of portfolios, and under each its items with the
 * five things that a customer must always find. What is not known yet says so, and where to ask.
 * @param contact where a customer can ask what the catalogue does not say
 */
export function cataloguePage(
	items: readonly PublishedItem[],
	{ contact, now }: { contact: string; now: Date },
	style: HouseStyle,
): Page {
	const portfolios = Map.groupBy(items, ({ portfolio }) => portfolio || WITHOUT_PORTFOLIO);
	const names = [...portfolios.keys()];
	const links = names.map(
		(name, index) =>
			markup`<li><a href="#portfolio-${index}">${name}</a> (${portfolios.get(name)!.length})</li>\n`,
	);
	const day = DateTime.fromJSDate(now, { zone: 'Europe/Amsterdam' }).setLocale('nl').toFormat('d MMMM yyyy');
	const body = markup`<p>Stand van ${day}: ${counted(items.length, 'product of dienst', 'producten en diensten')}.</p>
<nav aria-labelledby="inhoud"><h2 id="inhoud">Inhoud</h2>
<ul>
${links}</ul></nav>
${names.map((name, index) => markup`<section aria-labelledby="portfolio-${index}"><h2 id="portfolio-${index}">${name}</h2>\n${portfolios.get(name)!.map((item) => itemMarkup(item, contact))}</section>\n`)}`;
	return page({ status: 200, title: 'Producten en diensten', body }, style);
}

function itemMarkup(item: PublishedItem, contact: string): Markup {
	const parts = PART_NAMES.map((part) => {
		const text = item[part];
		const known = text !== '' && !saysNothing(part, text);
		return line(PARTS[part], known ? text : `Nog niet bekend. Vraag het aan ${contact}.`);
	});
	return markup`<article aria-labelledby="item-${item.code}">
<h3 id="item-${item.code}">${item.name}</h3>
<dl>
${parts}${line('Prijs', item.price)}${line('Levertijd', item.leadTime)}${line('Voor wie', item.audience)}${item.links.length > 0 && markup`<dt><strong>Meer informatie</strong></dt><dd>${item.links.map((link) => markup`<a href="${link}">${link}</a> `)}</dd>\n`}</dl>
<p class="hint">${item.code}, ${item.kind} van ${item.supplier}, versie ${item.version}</p>
</article>
`;
}

const line = (name: string, text: string): Markup | false =>
	text !== '' && markup`<dt><strong>${name}</strong></dt><dd>${withLineBreaks(text)}</dd>\n`;

const withLineBreaks = (text: string) =>
	text.split('\n').map((part, index) => [index > 0 && markup`<br>`, part]);
