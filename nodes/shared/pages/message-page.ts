import type { HouseStyle } from '../style/house-style';
import { markup } from './markup';
import { page, type Page } from './page';

/** A page that only tells something. */
export function messagePage(
	{ status, title, paragraphs }: { status: number; title: string; paragraphs: readonly string[] },
	style: HouseStyle,
): Page {
	return page({ status, title, body: markup`${paragraphs.map((text) => markup`<p>${text}</p>\n`)}` }, style);
}

/** After an answer was taken. */
export const thanksPage = (paragraphs: readonly string[], style: HouseStyle): Page =>
	messagePage({ status: 200, title: 'Bedankt', paragraphs }, style);

/** What somebody reads whose link does not lead to a form, by why not. */
const REFUSALS = {
	expired: {
		status: 410,
		title: 'Deze link is verlopen',
		paragraphs: [
			'De link in de e-mail was een beperkte tijd geldig. Die tijd is voorbij.',
			'Wilt u nog iets doorgeven? Beantwoord dan de e-mail waarin u de link vond.',
		],
	},
	used: {
		status: 410,
		title: 'Deze link is al gebruikt',
		paragraphs: [
			'Met deze link is al een antwoord gegeven. Dat antwoord hebben wij ontvangen.',
			'Wilt u nog iets doorgeven? Beantwoord dan de e-mail waarin u de link vond.',
		],
	},
	invalid: {
		status: 404,
		title: 'Deze link werkt niet',
		paragraphs: [
			'Misschien is de link niet helemaal overgenomen. Open de link opnieuw vanuit de e-mail, of kopieer de hele link.',
			'Lukt het niet? Beantwoord dan de e-mail waarin u de link vond.',
		],
	},
} as const;

/** The page for a link that does not lead to a form, see `LinkState`. */
export const refusalPage = (why: keyof typeof REFUSALS, style: HouseStyle): Page =>
	messagePage(REFUSALS[why], style);
