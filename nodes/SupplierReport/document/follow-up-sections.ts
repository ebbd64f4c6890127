import { counted } from '../../shared/text/counted';
import type { Report } from '../contents/report';
import { dateInWords, partInWords } from '../contents/words';
import type { Agreement } from '../../shared/storage/reports';
import type { Block, Section } from './document';
import { NUMBER, TEXT } from './volume-sections';

export function dissatisfactionSection({ dissatisfaction }: Report): Section {
	const { count, closed, reopened, withTicket, withAction } = dissatisfaction;
	const blocks: Block[] =
		count === 0
			? [
					{
						kind: 'text',
						text: 'Er was geen onvrede: geen klant meldde dat hij er met de leverancier niet uit kwam.',
					},
				]
			: [
					{
						kind: 'table',
						caption: 'Onvrede, en wat erop volgde',
						columns: [TEXT('Wat'), NUMBER('Aantal')],
						rows: [
							['Signalen van onvrede', count],
							['Met een ticket bij de leverancier', withTicket],
							['Met een notitie over wat er is gedaan', withAction],
							['Afgehandeld', closed],
							['Nog open', count - closed],
							['Heropend', reopened],
						],
					},
					{
						kind: 'text',
						text: 'Meegeteld zijn signalen van een andere soort, zoals een storing, die volgens de klant niet zijn opgelost of waarin hij ook onvrede meldt. In de andere tabellen staan zij alleen bij die andere soort.',
					},
				];
	return { heading: 'Onvrede en wat volgde', blocks };
}

export function groupsSection({ groups }: Report): Section | null {
	const { shown, together, unknown } = groups;
	if (shown.length === 0 && together.count === 0) return null;
	const rows = shown.map(({ organisation, count, complaints }) => [organisation, count, complaints]);
	return {
		heading: 'Per klantgroep',
		blocks: [
			{
				kind: 'table',
				caption: 'Signalen per klantgroep',
				columns: [TEXT('Klantgroep'), NUMBER('Signalen'), NUMBER('Klacht of onvrede')],
				rows: [
					...rows,
					...(together.groups > 0
						? [[`Andere klantgroepen (${together.groups})`, together.count, null]]
						: []),
					...(unknown > 0 ? [['Klantgroep niet bekend', unknown, null]] : []),
				],
			},
			{
				kind: 'text',
				text: 'Klantgroepen met minder dan vijf signalen zijn samengenomen, zodat niemand te herkennen is.',
			},
		],
	};
}

const OUTCOMES: Record<Agreement['outcome'], string> = {
	open: 'nog open',
	kept: 'nagekomen',
	broken: 'niet nagekomen',
};

export function agreementsSection({ agreements, supplier }: Report): Section {
	const blocks: Block[] =
		agreements.length === 0
			? [{ kind: 'text', text: 'Er zijn geen afspraken vastgelegd.' }]
			: [
					{
						kind: 'table',
						caption: 'Afspraken en of zij zijn nagekomen',
						columns: [
							...(supplier === null ? [TEXT('Leverancier')] : []),
							TEXT('Afspraak'),
							TEXT('Gemaakt op'),
							TEXT('Uiterlijk'),
							TEXT('Uitkomst'),
						],
						rows: agreements.map((agreement) => [
							...(supplier === null ? [agreement.supplier] : []),
							agreement.text,
							dateInWords(agreement.madeOn),
							agreement.dueOn ? dateInWords(agreement.dueOn) : '–',
							[OUTCOMES[agreement.outcome], agreement.outcomeText].filter(Boolean).join(': '),
						]),
					},
				];
	return { heading: 'Acties en afspraken', blocks };
}

export function qualitySection({ quality }: Report): Section {
	const { model, person, rule, nobody, unsure } = quality;
	return {
		heading: 'Hoe goed zijn deze gegevens',
		blocks: [
			model.total === 0
				? { kind: 'text', text: 'Er zijn geen signalen om iets over te zeggen.' }
				: {
						kind: 'list',
						items: [
							`Ingedeeld door het model: ${partInWords(model)}.`,
							`Ingedeeld door een medewerker: ${partInWords(person)}.`,
							...(rule.count > 0 ? [`Ingedeeld door een vaste regel: ${partInWords(rule)}.`] : []),
							...(nobody.count > 0 ? [`Nog niet ingedeeld: ${partInWords(nobody)}.`] : []),
							`Wacht nog op een beoordelaar: ${partInWords(unsure)}.`,
							`Samen ${counted(model.total, 'bericht', 'berichten')}, met wat geen signaal is (soort "overig").`,
						],
					},
		],
	};
}
