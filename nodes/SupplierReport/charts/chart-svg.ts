import { markup, type Markup } from '../../shared/pages/markup';
import { number } from '../../shared/text/counted';
import type { Chart } from '../document/document';

export const CHART_FONT = 'Atkinson Hyperlegible';
const INK = '#1a1a1a';
const GREY = '#767676';
const WIDTH = 680;
const FONT_SIZE = 13;

export interface ChartStyle {
	/** `#rrggbb` */
	colour: string;
	/** Unique on a page: patterns and titles are named after it. */
	id: string;
}

/**
 * A chart as SVG, that says in words what it shows. Series differ by pattern too: the first is filled, the second
 * hatched. Every length has its number, so that there is no axis to measure against.
 */
export function chartSvg(chart: Chart, style: ChartStyle): string {
	const drawn = chart.shape === 'columns' ? columns(chart, style) : bars(chart, style);
	const legend = chart.series.length > 1 ? legendOf(chart, style) : null;
	const top = legend ? 28 : 4;
	return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${drawn.height + top}" width="${WIDTH}" height="${drawn.height + top}" role="img" aria-labelledby="${style.id}-t ${style.id}-d" font-family="${CHART_FONT}, Verdana, Arial, sans-serif" font-size="${FONT_SIZE}" fill="${INK}">
<title id="${style.id}-t">${chart.title}</title>
<desc id="${style.id}-d">${chart.description}</desc>
<defs><pattern id="${style.id}-p" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#ffffff"/><path d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" stroke="${style.colour}" stroke-width="1.5"/></pattern></defs>
${legend}<g transform="translate(0 ${top})">
${drawn.parts}</g>
</svg>`.html;
}

interface Drawn {
	height: number;
	parts: Markup[];
}

const fillOf = (series: number, { colour, id }: ChartStyle): string =>
	series === 0 ? colour : `url(#${id}-p)`;

const most = ({ series }: Chart): number =>
	Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));

/** One series over time. */
function columns(chart: Chart, style: ChartStyle): Drawn {
	const [height, foot] = [150, 24];
	const step = WIDTH / Math.max(1, chart.labels.length);
	const highest = most(chart);
	const parts = chart.labels.flatMap((label, index) => {
		const value = chart.series[0]?.values[index] ?? null;
		const length = ((value ?? 0) / highest) * (height - 22);
		const middle = round(step * (index + 0.5));
		return [
			value !== null &&
				value > 0 &&
				markup`<rect x="${round(step * index + step * 0.15)}" y="${round(height - length)}" width="${round(step * 0.7)}" height="${round(length)}" fill="${style.colour}" stroke="${INK}" stroke-width="0.5"/>\n`,
			markup`<text x="${middle}" y="${round(height - length - 5)}" text-anchor="middle">${value === null ? '–' : number(value)}</text>\n`,
			markup`<text x="${middle}" y="${height + 17}" text-anchor="middle" font-size="11">${label}</text>\n`,
		].filter((part): part is Markup => part !== false);
	});
	parts.push(markup`<line x1="0" y1="${height}" x2="${WIDTH}" y2="${height}" stroke="${GREY}"/>\n`);
	return { height: height + foot, parts };
}

const LABEL_WIDTH = 190;
const LABEL_GAP = 8;
const BAR = 15;

/** One or two series, for each label below each other. */
function bars(chart: Chart, style: ChartStyle): Drawn {
	const room = WIDTH - LABEL_WIDTH - 60;
	const longest = most(chart);
	const group = chart.series.length * BAR + 10;
	const parts = chart.labels.flatMap((label, index) => {
		const top = index * group;
		const shown = shortened(label, LABEL_WIDTH - 2 * LABEL_GAP);
		const lines = chart.series.map(({ values }, series) => {
			const value = values[index] ?? null;
			const length = round(((value ?? 0) / longest) * room);
			const y = top + series * BAR;
			return markup`<rect x="${LABEL_WIDTH}" y="${y}" width="${Math.max(length, 1)}" height="${BAR - 3}" fill="${fillOf(series, style)}" stroke="${INK}" stroke-width="0.5"/>
<text x="${LABEL_WIDTH + length + 6}" y="${y + BAR - 4}">${value === null ? '–' : number(value)}</text>\n`;
		});
		const middle = top + (chart.series.length * BAR) / 2 + 3;
		return [
			markup`<text x="${LABEL_WIDTH - LABEL_GAP}" y="${middle}" text-anchor="end">${shown}</text>\n`,
			...lines,
		];
	});
	return { height: chart.labels.length * group, parts };
}

/** About how wide a character is, as part of the size of the font: rather too wide than too narrow. */
const widthOf = (character: string): number => (/[\p{Lu}mw@%—]/u.test(character) ? 0.8 : 0.58) * FONT_SIZE;

/** A label that fits; of one that does not, the middle goes, because names often differ at their end only. */
function shortened(label: string, room: number): string {
	const characters = [...label];
	const total = characters.reduce((sum, one) => sum + widthOf(one), 0);
	if (total <= room) return label;
	let width = widthOf('—');
	let kept = 0;
	// One from the start, one from the end, as long as there is room.
	const next = () => characters.at(kept % 2 === 0 ? kept / 2 : -(kept + 1) / 2)!;
	for (; width + widthOf(next()) <= room; kept++) width += widthOf(next());
	const start = characters.slice(0, Math.ceil(kept / 2)).join('');
	const end = characters.slice(characters.length - Math.floor(kept / 2)).join('');
	return `${start.trimEnd()}…${end.trimStart()}`;
}

function legendOf(chart: Chart, style: ChartStyle): Markup {
	let x = LABEL_WIDTH;
	const entries = chart.series.map(({ name }, series) => {
		const at = x;
		x += 40 + name.length * 8;
		return markup`<rect x="${at}" y="3" width="14" height="12" fill="${fillOf(series, style)}" stroke="${INK}" stroke-width="0.5"/><text x="${at + 20}" y="14">${name}</text>\n`;
	});
	return markup`${entries}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
