import { DateTime } from 'luxon';
import { ZONE } from '../../shared/domain/working-time/working-calendar';
import { counted, isOne, number, workingDays } from '../../shared/text/counted';
import { during } from '../period/period';
import type { Trend } from '../trends/find-trends';
import type { Compared, Part } from './report';

/** What is counted under a name: one of it, and more. */
const NOUNS: Record<string, readonly [one: string, more: string]> = {
	'alle signalen': ['signaal', 'signalen'],
	storing: ['storing', 'storingen'],
	klacht: ['klacht', 'klachten'],
	onvrede: ['signaal van onvrede', 'signalen van onvrede'],
	informatieverzoek: ['informatieverzoek', 'informatieverzoeken'],
	wens: ['wens', 'wensen'],
	maatwerkvraag: ['maatwerkvraag', 'maatwerkvragen'],
	compliment: ['compliment', 'complimenten'],
	heropend: ['heropend signaal', 'heropende signalen'],
};
const nounsOf = (name: string) => NOUNS[name] ?? ([`signaal over ${name}`, `signalen over ${name}`] as const);

/** `storingen`; of a supplier `signalen over FMH`. */
export const pluralOf = (name: string): string => nounsOf(name)[1];

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
	const one = isOne(now);
	const cameIn = `Er ${one ? 'kwam' : 'kwamen'} ${counted(now, ...nounsOf(name))} binnen`;
	const usual = number(expected);
	const more = direction === 'up' ? 'meer' : 'minder';
	switch (kind) {
		case 'leadTime': {
			const slower = direction === 'up' ? 'langer' : 'korter';
			return `Signalen afhandelen duurt ${slower} dan in de maanden ervoor. De helft was klaar binnen ${workingDays(now)}; eerder was dat ${workingDays(expected)}. ${howSure(p)}`;
		}
		case 'share':
			return `Er ${one ? 'was' : 'waren'} ${counted(now, ...nounsOf(name))}. Bij wat in de maanden ervoor gewoon was, ${isOne(expected) ? 'zou' : 'zouden'} dat er ongeveer ${usual} zijn. ${howSure(p)}`;
		case 'sinceLastYear':
			return `${cameIn}. Dat ${one ? 'is' : 'zijn er'} ${more} dan vorig jaar in dezelfde tijd: toen ongeveer ${usual}. ${howSure(p)}`;
		case 'season':
			return `${cameIn}, ${more} dan de ongeveer ${usual} die in de maanden ervoor gewoon ${isOne(expected) ? 'was' : 'waren'}. Vorig jaar was dat in deze tijd ook zo: het hoort waarschijnlijk bij het seizoen.`;
		case 'change':
			return [
				`${cameIn}. In de maanden ervoor ${isOne(expected) ? 'was' : 'waren'} ongeveer ${usual} gewoon voor zo'n periode: het ${one ? 'is' : 'zijn er'} nu ${more}.`,
				since && `Dat begon rond ${dateInWords(since)}.`,
				howSure(p),
				!lastYearKnown && 'Cijfers van vorig jaar zijn er niet: het kan ook bij het seizoen horen.',
			]
				.filter(Boolean)
				.join(' ');
	}
}

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
	const one = isOne(total.now);
	const sentences = [
		`${sentence(during(label))} ${one ? 'kwam' : 'kwamen'} ${counted(total.now, 'signaal', 'signalen')}${whom} binnen${comparison(total)}.`,
	];
	if (trendTexts.length === 0) {
		sentences.push(
			total.now < FEW
				? `Dat ${one ? 'is' : 'zijn er'} te weinig om over een stijging of daling te spreken.`
				: 'Er is geen stijging of daling die duidelijk meer is dan toeval.',
		);
	}
	sentences.push(...trendTexts.slice(0, 3));
	if (dissatisfied > 0) {
		sentences.push(
			`${counted(dissatisfied, 'signaal was', 'signalen waren')} onvrede: de klant kwam er met de leverancier niet uit.`,
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
