import type { Stream } from './signal-year';

/** The period that the reports are about, and from when on things changed. */
export const PLANTED = {
	endedBefore: '2026-11-24',
	from: '2026-09-01',
	riseFrom: '2026-09-01',
	slowerFrom: '2026-09-01',
} as const;

/** Two years with 20,000 signals each. */
export const TWO_YEARS = { from: '2024-11-01', until: '2026-11-01' };

const DIRTY_ROOMS: ReadonlyArray<readonly [string, string]> = [
	['Vergaderzaal vuil', 'De vergaderzaal was vuil en de tafels waren niet schoon. Kunt u dit oppakken?'],
	[
		'Vieze vergaderzaal',
		'In de vuile vergaderzaal stonden gisteren nog borden. Dat is vervelend voor onze gasten.',
	],
	['Vuile zaal', 'Wij troffen weer een vuile vergaderzaal aan. Groet, Jan de Vries, 06-12345678'],
];
const CLIMATE: ReadonlyArray<readonly [string, string]> = [
	['Te warm', 'Het is op onze verdieping veel te warm. Kan de koeling hoger?'],
	['Klimaat', 'De temperatuur op de werkplek is niet goed. Graag nakijken.'],
];
const PRINTER: ReadonlyArray<readonly [string, string]> = [
	['Printer loopt vast', 'De printer loopt vast bij het nieten. Wij kunnen niet verder.'],
	['Toner op', 'Bij de printer is de toner leeg. Graag nieuwe toner.'],
];
const LAPTOP: ReadonlyArray<readonly [string, string]> = [
	['Laptop start niet', 'Mijn laptop start niet meer op. Kunt u helpen?'],
	['Wifi weg', 'De wifi valt steeds weg in ons gebouw. Kan iemand kijken?'],
	['Wachtwoord', 'Ik kan niet inloggen met het nieuwe wachtwoord. Graag hulp.'],
];

const since = (from: string, factor: number) => (day: string) => (day >= from ? factor : 1);
const inAutumn = (day: string) => (['09', '10'].includes(day.slice(5, 7)) ? 1.9 : 1);

/**
 * What happens in a generated register, with facts in it that a report must find:
 * - FMH: complaints rise;
 * - SSC-ICT: more faults every autumn;
 * - RGD: closing takes twice as long;
 * - all other suppliers: nothing but chance.
 */
export const PLANTED_STREAMS: readonly Stream[] = [
	{
		supplier: 'FMH',
		category: 'klacht',
		perDay: 4,
		texts: DIRTY_ROOMS,
		factor: since(PLANTED.riseFrom, 1.6),
	},
	{ supplier: 'FMH', category: 'storing', perDay: 20, texts: CLIMATE },
	{ supplier: 'FMH', category: 'onvrede', perDay: 1.5, texts: DIRTY_ROOMS },
	{
		supplier: 'FMH',
		category: 'compliment',
		perDay: 1,
		texts: [['Dank', 'Complimenten voor de snelle hulp van de medewerkers.']],
	},
	{ supplier: 'SSC-ICT', category: 'storing', perDay: 18, texts: LAPTOP, factor: inAutumn },
	{ supplier: 'SSC-ICT', category: 'klacht', perDay: 4, texts: LAPTOP },
	{
		supplier: 'RGD',
		category: 'storing',
		perDay: 6,
		leadDays: (day) => (day >= PLANTED.slowerFrom ? 10 : 4),
		texts: CLIMATE,
	},
	{ supplier: 'Xerox', category: 'storing', perDay: 8, texts: PRINTER },
	{ supplier: 'Xerox', category: 'klacht', perDay: 1, texts: PRINTER },
	{ supplier: 'Staples', category: 'informatieverzoek', perDay: 4 },
	{ supplier: 'Topbloemen', category: 'klacht', perDay: 0.3 },
	{ supplier: 'IUC', category: 'informatieverzoek', perDay: 5 },
	{ supplier: 'PIV', category: 'informatieverzoek', perDay: 4 },
];
