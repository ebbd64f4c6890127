import { DateTime } from 'luxon';
import { ZONE } from '../../shared/domain/working-time/working-calendar';
import type { Trend } from '../trends/find-trends';
import type { Compared, Part } from './report';

const PLURALS: Record<string, string> = {
	'alle signalen': 'signalen',
	storing: 'storingen',
	klacht: 'klachten',
	onvrede: 'signalen van onvrede',
	informatieverzoek: 'informatieverzoeken',
	wens: 'wensen',
	maatwerkvraag: 'maatwerkvragen',
	compliment: 'complimenten',
	heropend: 'heropende signalen',
};

/** `storingen`; of a supplier `signalen over FMH`. */
export const pluralOf = (name: string): string => PLURALS[name] ?? `signalen over ${name}`;

const numbers = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });
/** `1.250` */
export const number = (value: number): string => numbers.format(value);

/** `7 september 2026` */
export const dateInWords = (day: string): string =>
	DateTime.fromISO(day, { zone: ZONE }).toFormat('d MMMM yyyy', { locale: 'nl' });

/** `43% (13 van 30)`, and of few only `3 van 7`. */
export function partInWords({ count, total, share }: Part): string {
	if (total === 0) return 'geen';
	const of = `${number(count)} van ${number(total)}`;
	return share === null ? of : `${Math.round(share * 100)}% (${of})`;
}

const howSure = (p: number): string =>
	p < 0.001 ? 'Dit is vrijwel zeker geen toeval.' : 'Dit is heel waarschijnlijk geen toeval.';

/** What changed, since when, and how sure that is, in plain Dutch. */
export function trendInWords(trend: Trend): string {
	const { name, direction, now, expected, since, lastYearKnown, kind, p } = trend;
	const [many, usual] = [`${number(now)} ${pluralOf(name)}`, number(Math.round(expected))];
	const more = direction === 'up' ? 'meer' : 'minder';
	switch (kind) {
		case 'leadTime': {
			const slower = direction === 'up' ? 'langer' : 'korter';
			return `Signalen afhandelen duurt ${slower} dan in de maanden ervoor. De helft was klaar binnen ${workingDays(now)}; eerder was dat ${workingDays(expected)}. ${howSure(p)}`;
		}
		case 'share':
			return `Er waren ${many}. Bij wat in de maanden ervoor gewoon was, zouden dat er ongeveer ${usual} zijn. ${howSure(p)}`;
		case 'sinceLastYear':
			return `Er kwamen ${many} binnen. Dat zijn er ${more} dan vorig jaar in dezelfde tijd: toen ongeveer ${usual}. ${howSure(p)}`;
		case 'season':
			return `Er kwamen ${many} binnen, ${more} dan de ongeveer ${usual} die in de maanden ervoor gewoon waren. Vorig jaar was dat in deze tijd ook zo: het hoort waarschijnlijk bij het seizoen.`;
		case 'change':
			return [
				`Er kwamen ${many} binnen. In de maanden ervoor waren ongeveer ${usual} gewoon voor zo'n periode: het zijn er nu ${more}.`,
				since && `Dat begon rond ${dateInWords(since)}.`,
				howSure(p),
				!lastYearKnown && 'Cijfers van vorig jaar zijn er niet: het kan ook bij het seizoen horen.',
			]
				.filter(Boolean)
				.join(' ');
	}
}

/** `1 werkdag`, `4 werkdagen` */
export const workingDays = (days: number): string =>
	`${number(days)} ${days === 1 ? 'werkdag' : 'werkdagen'}`;

/** `12 meer dan`, `even veel als` */
function against(now: number, then: number): string {
	if (now === then) return 'evenveel als';
	return `${number(Math.abs(now - then))} ${now > then ? 'meer' : 'minder'} dan`;
}

/** Of `2026-10`: `okt 26` */
export const monthInWords = (month: string): string =>
	DateTime.fromISO(`${month}-01`, { zone: ZONE }).toFormat('LLL yy', { locale: 'nl' }).replace('.', '');

/** Fewer signals than this say little about a trend. */
const FEW = 10;

/** What a report comes down to, in a few sentences. */
export function headlineOf(
	about: {
		supplier: string | null;
		label: string;
		open: number;
		overdue: number | null;
		dissatisfied: number;
	},
	total: Compared,
	trendTexts: readonly string[],
): string[] {
	const { supplier, label, open, overdue, dissatisfied } = about;
	const whom = supplier ? ` over ${supplier}` : '';
	if (total.now === 0) return [`Over ${label} zijn geen signalen${whom} geregistreerd.`];
	const one = total.now === 1;
	const sentences = [
		`In ${label} ${one ? 'kwam' : 'kwamen'} ${number(total.now)} ${one ? 'signaal' : 'signalen'}${whom} binnen${comparison(total)}.`,
	];
	if (total.now < FEW) sentences.push('Dat zijn er te weinig om over een stijging of daling te spreken.');
	else if (trendTexts.length === 0) {
		sentences.push('Er is geen stijging of daling die duidelijk meer is dan toeval.');
	}
	sentences.push(...trendTexts.slice(0, 3));
	if (dissatisfied > 0) {
		sentences.push(
			`${number(dissatisfied)} ${dissatisfied === 1 ? 'signaal was' : 'signalen waren'} onvrede: de klant kwam er met de leverancier niet uit.`,
		);
	}
	if (open > 0) {
		const late = overdue ? `, waarvan ${number(overdue)} langer dan afgesproken` : '';
		sentences.push(`Aan het eind ${open === 1 ? 'stond' : 'stonden'} er nog ${number(open)} open${late}.`);
	}
	return sentences;
}

function comparison({ now, previous, lastYear }: Compared): string {
	const parts = [
		previous !== null && `${against(now, previous)} in de periode ervoor`,
		lastYear !== null && `${against(now, lastYear)} in dezelfde tijd vorig jaar`,
	].filter(Boolean);
	return parts.length > 0 ? `: ${parts.join(', en ')}` : '';
}
