import { number, workingDays } from '../../shared/text/counted';
import type { Compared, Report } from '../contents/report';
import { monthInWords } from '../contents/words';
import type { Block, Cell, Chart, Column, Section } from './document';
import { hasLength } from './document';

export const TEXT = (name: string): Column => ({ name, numeric: false });
export const NUMBER = (name: string): Column => ({ name, numeric: true });

const COMPARED = [NUMBER('Deze periode'), NUMBER('Periode ervoor'), NUMBER('Vorig jaar')];
const comparedCells = ({ now, previous, lastYear }: Compared): Cell[] => [now, previous, lastYear];

export function volumeSection({ total, categories, months, trendTexts }: Report): Section {
	const perMonth: Chart = {
		kind: 'chart',
		shape: 'columns',
		title: 'Signalen per maand',
		description: describe(months),
		labelName: 'Maand',
		labels: months.map(({ month }) => monthInWords(month)),
		series: [{ name: 'Signalen', values: months.map(({ count }) => count) }],
	};
	const perCategory: Chart = {
		kind: 'chart',
		shape: 'bars',
		title: 'Signalen per soort',
		description: `Per soort het aantal in deze periode en, als dat bekend is, vorig jaar in dezelfde tijd: ${categories
			.map(
				({ category, now, lastYear }) =>
					`${category} ${number(now)}${lastYear === null ? '' : ` (${number(lastYear)})`}`,
			)
			.join(', ')}.`,
		labelName: 'Soort',
		labels: categories.map(({ category }) => category),
		series: [
			{ name: 'Deze periode', values: categories.map(({ now }) => now) },
			...(total.lastYear === null
				? []
				: [{ name: 'Vorig jaar', values: categories.map(({ lastYear }) => lastYear) }]),
		],
	};
	const blocks: Block[] = [];
	if (hasLength(perMonth)) blocks.push(perMonth);
	if (hasLength(perCategory)) blocks.push(perCategory);
	if (categories.length > 0) {
		blocks.push({
			kind: 'table',
			caption: 'Signalen per soort, en wat het eerder was',
			columns: [TEXT('Soort'), ...COMPARED],
			rows: [
				...categories.map((row) => [row.category, ...comparedCells(row)]),
				['Alle signalen', ...comparedCells(total)],
			],
		});
	}
	blocks.push({ kind: 'subheading', text: 'Stijgingen en dalingen' });
	blocks.push(
		trendTexts.length > 0
			? { kind: 'list', items: trendTexts }
			: {
					kind: 'text',
					text: 'Er is geen stijging of daling gevonden die duidelijk meer is dan toeval. Aantallen gaan van zichzelf al wat op en neer.',
				},
	);
	return { heading: 'Hoeveel signalen', blocks };
}

function describe(months: Report['months']): string {
	const known = months.filter(({ count }) => count !== null) as Array<{ month: string; count: number }>;
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last) return '';
	const most = known.reduce((best, one) => (one.count > best.count ? one : best));
	const least = known.reduce((best, one) => (one.count < best.count ? one : best));
	return `Signalen per maand van ${monthInWords(first.month)} tot en met ${monthInWords(last.month)}. Het meest in ${monthInWords(most.month)} (${number(most.count)}), het minst in ${monthInWords(least.month)} (${number(least.count)}), in de laatste maand ${number(last.count)}.`;
}

/** More bars than this cannot be read; the table has them all. */
const MOST_BARS = 12;

export function suppliersSection({ suppliers }: Report): Section | null {
	if (suppliers.length === 0) return null;
	const shown = suppliers.slice(0, MOST_BARS);
	const chart: Chart = {
		kind: 'chart',
		shape: 'bars',
		title:
			suppliers.length > MOST_BARS
				? `Signalen per leverancier, de ${MOST_BARS} met de meeste`
				: 'Signalen per leverancier',
		description: `Aantal signalen per leverancier, en hoeveel daarvan klacht of onvrede: ${shown
			.map(({ supplier, volume, complaints }) => `${supplier} ${number(volume.now)} (${number(complaints)})`)
			.join(', ')}.`,
		labelName: 'Leverancier',
		labels: shown.map(({ supplier }) => supplier),
		series: [
			{ name: 'Signalen', values: shown.map(({ volume }) => volume.now) },
			{ name: 'Klacht of onvrede', values: shown.map(({ complaints }) => complaints) },
		],
	};
	return {
		heading: 'Per leverancier',
		blocks: [
			...(hasLength(chart) ? [chart] : []),
			{
				kind: 'table',
				caption: 'Aantallen per leverancier',
				columns: [TEXT('Leverancier'), ...COMPARED, NUMBER('Klacht of onvrede')],
				rows: suppliers.map(({ supplier, volume, complaints }) => [
					supplier,
					...comparedCells(volume),
					complaints,
				]),
			},
			{
				kind: 'table',
				caption: 'Afhandeling per leverancier',
				columns: [
					TEXT('Leverancier'),
					NUMBER('Helft klaar binnen (werkdagen)'),
					NUMBER('90% klaar binnen (werkdagen)'),
					NUMBER('Open'),
					NUMBER('Te laat'),
				],
				rows: suppliers.map(({ supplier, leadTimes, open }) => [
					supplier,
					leadTimes.median,
					leadTimes.p90,
					open.count,
					open.overdue,
				]),
			},
		],
	};
}

export function subjectsSection({ subjects, compliments }: Report): Section | null {
	const { top, texts, sampled } = subjects;
	const blocks: Block[] = top.flatMap(({ name, count, quotes }): Block[] => [
		{ kind: 'subheading', text: `${name} (${number(count)} keer)` },
		...(quotes.length > 0 ? [{ kind: 'quotes' as const, quotes }] : []),
	]);
	if (top.length > 0) {
		const from = sampled ? `een steekproef van ${number(texts)} signalen` : `${number(texts)} signalen`;
		blocks.unshift({
			kind: 'text',
			text: `Deze onderwerpen vallen op in de tekst van ${from}. Namen zijn gevonden door het systeem: het zijn de woorden die klanten zelf gebruiken. Onderwerpen van minder dan vijf klanten, en namen van klanten, staan er niet bij.`,
		});
	}
	if (compliments.count > 0) {
		blocks.push({ kind: 'subheading', text: `Complimenten (${number(compliments.count)})` });
		if (compliments.quotes.length > 0) blocks.push({ kind: 'quotes', quotes: compliments.quotes });
	}
	return blocks.length > 0 ? { heading: 'Waar het over gaat', blocks } : null;
}

export const within = (days: number | null): string => (days === null ? '–' : workingDays(days));
