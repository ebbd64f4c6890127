import { z } from 'zod/v4';
import { explanationText, type Explanation } from '../../shared/domain/pdc/explanation';
import type { Signal } from '../../shared/domain/signal';
import type { FieldError } from '../../shared/pages/fields';
import { formPage } from '../../shared/pages/form-page';
import { messagePage } from '../../shared/pages/message-page';
import type { Page } from '../../shared/pages/page';
import type { HouseStyle } from '../../shared/style/house-style';

/** On the form, for an answer without a standard explanation. */
const NONE = 'geen';
const MOST_CHARACTERS = 5_000;
const tooLong = `Schrijf niet meer dan ${MOST_CHARACTERS} tekens`;

/** What a handler filled in. */
export const postedSchema = z
	.object({
		naam: z.string('Vul uw naam in').trim().min(1, 'Vul uw naam in').max(200, tooLong),
		uitleg: z.string('Kies een uitleg, of kies geen').min(1, 'Kies een uitleg, of kies geen'),
		woorden: z.string().trim().max(MOST_CHARACTERS, tooLong).default(''),
	})
	.refine(({ uitleg, woorden }) => uitleg !== NONE || woorden !== '', {
		path: ['woorden'],
		error: 'Schrijf een antwoord, of kies een uitleg',
	});
export type Posted = z.output<typeof postedSchema>;

/** The code of the explanation that was chosen; null when none was. */
export const chosenCode = ({ uitleg }: Posted): string | null => (uitleg === NONE ? null : uitleg);

/** The form on which a handler chooses an explanation and adds his own words, with what was filled in before. */
export function answerForm(
	signal: Signal,
	explanations: readonly Explanation[],
	style: HouseStyle,
	filled: { values?: Record<string, string>; errors?: FieldError[] } = {},
): Page {
	return formPage(
		{
			title: `Antwoord op ${signal.reference}`,
			paragraphs: [
				`Van: ${signal.customer.name ?? signal.customer.email ?? 'onbekend'}. Onderwerp: ${signal.subject}`,
				signal.text,
				...explanations.map((one) => `${one.title} (${one.code}). ${explanationText(one)}`),
			],
			fields: [
				{
					kind: 'text',
					name: 'woorden',
					label: 'Uw eigen woorden',
					hint: 'Ze staan boven de uitleg. Aanhef en groet staan al in de e-mail.',
					maxCharacters: MOST_CHARACTERS,
				},
				{
					kind: 'choice',
					name: 'uitleg',
					label: 'Welke uitleg hoort erbij?',
					options: [
						...explanations.map(({ code, title }) => ({ value: code, label: title })),
						{ value: NONE, label: 'Geen, alleen mijn eigen woorden' },
					],
				},
				{ kind: 'line', name: 'naam', label: 'Uw naam', maxCharacters: 200 },
			],
			submit: 'Verstuur naar de klant',
			...filled,
		},
		style,
	);
}

/** For a link to a signal that needs no answer any more. */
export const answeredPage = ({ reference, status }: Signal, style: HouseStyle): Page =>
	messagePage(
		{
			status: 410,
			title: 'Dit signaal is al afgehandeld',
			paragraphs: [
				`${reference} is nu: ${status}. Uw link is niet meer nodig, en er is niets verstuurd.`,
				'Wilt u de klant toch nog iets schrijven? Doe dat dan in uw eigen mailprogramma.',
			],
		},
		style,
	);
