import { z } from 'zod/v4';
import type { Consequence, GivenAnswer } from '../../shared/domain/satisfaction';
import type { Signal } from '../../shared/domain/signal';
import type { Choice, FieldError } from '../../shared/pages/fields';
import { filledIn, formErrors, formPage } from '../../shared/pages/form-page';
import type { Page } from '../../shared/pages/page';
import type { HouseStyle } from '../../shared/style/house-style';

/** What happens when a customer is not satisfied; `ask` lets the customer choose. */
export const WHEN_DISSATISFIED = ['ask', 'heropenen', 'onvrede'] as const;
export type WhenDissatisfied = (typeof WHEN_DISSATISFIED)[number];

const MAX_REMARK = 2_000;

interface Option {
	value: string;
	label: string;
	given: Omit<GivenAnswer, 'remark'>;
}

const SATISFIED: Option = {
	value: 'tevreden',
	label: 'Tevreden',
	given: { answer: 'tevreden', consequence: null },
};

const dissatisfied = (consequence: Consequence, wish: string): Option => ({
	value: `niet-tevreden-${consequence}`,
	label: `Niet tevreden${wish}`,
	given: { answer: 'niet tevreden', consequence },
});

const optionsFor = (when: WhenDissatisfied): Option[] =>
	when === 'ask'
		? [
				SATISFIED,
				dissatisfied('heropenen', ': kijk er opnieuw naar'),
				dissatisfied('onvrede', ': leg mijn onvrede vast, u hoeft niets meer op te lossen'),
			]
		: [SATISFIED, dissatisfied(when, '')];

/** What the form of `questionPage` posts. */
const postedSchema = (options: readonly Option[]) =>
	z.object({
		antwoord: z.enum(
			options.map(({ value }) => value),
			'Kies een van de antwoorden',
		),
		toelichting: z
			.string('Schrijf de toelichting opnieuw')
			.trim()
			.max(MAX_REMARK, `Schrijf niet meer dan ${MAX_REMARK} tekens`)
			.default(''),
	});

/** The answer in what was posted, or what is wrong with it, with what was filled in. */
export function readAnswer(
	posted: unknown,
	when: WhenDissatisfied,
): { given: GivenAnswer } | { errors: FieldError[]; values: Record<string, string> } {
	const options = optionsFor(when);
	const read = postedSchema(options).safeParse(posted ?? {});
	if (read.success) {
		const { given } = options.find(({ value }) => value === read.data.antwoord)!;
		return { given: { ...given, remark: read.data.toelichting } };
	}
	return { errors: formErrors(read.error), values: filledIn(posted) };
}

/** The page with the question about a signal that was closed. */
export function questionPage(
	{ reference, subject }: Pick<Signal, 'reference' | 'subject'>,
	when: WhenDissatisfied,
	style: HouseStyle,
	again: { errors?: FieldError[]; values?: Record<string, string> } = {},
): Page {
	const question: Choice = {
		kind: 'choice',
		name: 'antwoord',
		label: 'Bent u tevreden over hoe wij u hebben geholpen?',
		options: optionsFor(when),
	};
	return formPage(
		{
			title: 'Bent u tevreden?',
			paragraphs: [
				`Uw melding ${reference} over "${subject || 'zonder onderwerp'}" is afgesloten. Wij horen graag wat u ervan vond.`,
			],
			fields: [
				question,
				{
					kind: 'text',
					name: 'toelichting',
					label: 'Toelichting (niet verplicht)',
					hint: 'Schrijf hier geen gegevens over uw gezondheid of over andere personen.',
					maxCharacters: MAX_REMARK,
				},
			],
			submit: 'Verstuur mijn antwoord',
			...again,
		},
		style,
	);
}

/** What the customer reads after answering. */
export function thanksFor({ consequence }: GivenAnswer, onvredeReference: string | null): string[] {
	if (consequence === 'heropenen') {
		return [
			'Jammer dat u niet tevreden bent. Wij hebben uw melding opnieuw geopend en kijken ernaar.',
			'U hoort van ons.',
		];
	}
	if (consequence === 'onvrede') {
		return [
			`Jammer dat u niet tevreden bent. Wij hebben dit vastgelegd onder nummer ${onvredeReference} en gebruiken het om onze dienstverlening te verbeteren.`,
		];
	}
	return ['Fijn dat u tevreden bent. Wij hebben uw antwoord ontvangen.'];
}
