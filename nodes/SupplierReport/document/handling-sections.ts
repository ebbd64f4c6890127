import { counted, isOne, number, workingDays } from '../../shared/text/counted';
import type { Report } from '../contents/report';
import { partInWords } from '../contents/words';
import type { Block, Section } from './document';
import { NUMBER, TEXT, within } from './volume-sections';

/** Medians of fewer than this say little. */
const FEW = 10;

export function handlingSection({ leadTimes, open, reopened }: Report): Section {
	const { measured, median, p90, inTime, perCategory } = leadTimes;
	const blocks: Block[] = [];
	if (measured === 0) blocks.push({ kind: 'text', text: 'In deze periode is geen signaal afgehandeld.' });
	else {
		const few =
			measured < FEW
				? ` Dat ${isOne(measured) ? 'is' : 'zijn er'} weinig: één signaal kan dit veel veranderen.`
				: '';
		blocks.push({
			kind: 'list',
			items: [
				`Afgehandeld: ${number(measured)}.${few}`,
				`De helft was klaar binnen ${within(median)}, 90% binnen ${within(p90)}.`,
				inTime
					? `Binnen de afgesproken termijn: ${partInWords(inTime)}.`
					: 'Er is geen termijn ingevuld om mee te vergelijken.',
				`Daarvan al eens eerder afgehandeld, en toen heropend: ${partInWords(reopened)}.`,
			],
		});
		blocks.push({
			kind: 'table',
			caption: 'Doorlooptijd per soort, in werkdagen',
			columns: [
				TEXT('Soort'),
				NUMBER('Afgehandeld'),
				NUMBER('Helft klaar binnen'),
				NUMBER('90% klaar binnen'),
				TEXT('Op tijd'),
			],
			rows: perCategory.map((row) => [
				row.category,
				row.measured,
				row.median,
				row.p90,
				row.inTime ? partInWords(row.inTime) : '–',
			]),
		});
	}
	if (open.count > 0) {
		const late = open.overdue === null ? '' : ` Langer dan afgesproken: ${number(open.overdue)}.`;
		const again = open.reopened > 0 ? ` Al eens afgehandeld, en heropend: ${number(open.reopened)}.` : '';
		blocks.push({
			kind: 'text',
			text: `Aan het eind van de periode ${open.count === 1 ? 'stond' : 'stonden'} er ${number(open.count)} open.${late}${again} Het oudste open signaal wacht al ${workingDays(open.oldest!)}.`,
		});
	}
	return { heading: 'Hoe het is afgehandeld', blocks };
}

export function satisfactionSection({ satisfaction }: Report): Section | null {
	if (!satisfaction) return null;
	const { asked, answered, satisfied, interval } = satisfaction;
	const percent = (share: number) => `${Math.round(share * 100)}%`;
	return {
		heading: 'Wat klanten ervan vinden',
		blocks: [
			{
				kind: 'list',
				items: [
					`Gevraagd aan ${counted(asked, 'klant', 'klanten')}; antwoord van ${partInWords(answered)}.`,
					...(answered.count > 0 ? [`Tevreden: ${partInWords(satisfied)}.`] : []),
					interval
						? `Als wie niet antwoordde er net zo over denkt, is met 95% zekerheid tussen ${percent(interval.from)} en ${percent(interval.to)} van alle klanten tevreden.`
						: 'Dat zijn te weinig antwoorden om iets over alle klanten te zeggen.',
				],
			},
		],
	};
}

export function otherFiguresSection(report: Report): Section | null {
	const { other } = report;
	if (!other) return null;
	const ours = figuresBeside(other.categories, report);
	const row = (name: string, here: number | null, there: number | null) => [
		name,
		here,
		there,
		here === null || there === null ? null : there - here,
	];
	const about = other.categories.length > 0 ? ` Geteld zijn: ${other.categories.join(' en ')}.` : '';
	return {
		heading: `Onze cijfers naast die van ${other.system}`,
		blocks: [
			{
				kind: 'text',
				text: `Onze cijfers laten een verandering zien. Daarom zijn over dezelfde dagen de cijfers uit ${other.system} opgevraagd.${about} Verschillen zijn gewoon: daar staat ook wat niet via ons loopt.`,
			},
			{
				kind: 'table',
				caption: `Het register en ${other.system} over dezelfde dagen`,
				columns: [TEXT('Wat'), NUMBER('Register'), NUMBER(other.system), NUMBER('Verschil')],
				rows: [
					row('Binnengekomen', ours.count, other.count),
					row('Nog open', ours.open, other.open),
					row('Helft klaar binnen (werkdagen)', ours.median, other.median),
				],
			},
		],
	};
}

/** The same of ours; null where the register does not count it for these categories. */
function figuresBeside(categories: readonly string[], { total, open, leadTimes, categories: all }: Report) {
	if (categories.length === 0) return { count: total.now, open: open.count, median: leadTimes.median };
	const count = all
		.filter(({ category }) => categories.includes(category))
		.reduce((sum, { now }) => sum + now, 0);
	const [only] = leadTimes.perCategory.filter(({ category }) => categories.includes(category));
	return { count, open: null, median: categories.length === 1 ? (only?.median ?? null) : null };
}
