import { z } from 'zod/v4';
import type { Signal } from '../../shared/domain/signal';
import { filledIn, formErrors, formPage, type FormContent } from '../../shared/pages/form-page';
import { refusalPage, thanksPage } from '../../shared/pages/message-page';
import type { Page } from '../../shared/pages/page';
import type { Register } from '../../shared/storage/register';
import type { HouseStyle } from '../../shared/style/house-style';

const PURPOSE = 'question';
const MAX_CHARACTERS = 5_000;

const postedSchema = z.object({
	antwoord: z
		.string('Schrijf uw antwoord')
		.trim()
		.min(1, 'Schrijf uw antwoord')
		.max(MAX_CHARACTERS, `Schrijf niet meer dan ${MAX_CHARACTERS} tekens`),
});

export interface AnswerOutcome {
	page: Page;
	/** As it is now; null when no answer was taken in: the page says why. */
	signal: Signal | null;
}

/** The page that the customer's link leads to. Changes nothing, however often it is fetched. */
export async function showQuestionPage(register: Register, token: string, style: HouseStyle): Promise<Page> {
	const { state, link } = await register.links.look(token, PURPOSE);
	if (state !== 'valid') return refusalPage(state, style);
	const question = await register.questions.openQuestion(link.subject);
	return question === null ? refusalPage('used', style) : questionForm(link.subject, question, style);
}

/** Takes in the answer that was posted, once. What cannot be taken in leaves the link as it was. */
export async function takeAnswer(
	register: Register,
	token: string,
	posted: unknown,
	style: HouseStyle,
): Promise<AnswerOutcome> {
	const looked = await register.links.look(token, PURPOSE);
	if (looked.state !== 'valid') return { page: refusalPage(looked.state, style), signal: null };
	const reference = looked.link.subject;
	const question = await register.questions.openQuestion(reference);
	if (question === null) return { page: refusalPage('used', style), signal: null };
	const read = postedSchema.safeParse(posted ?? {});
	if (!read.success) {
		const errors = formErrors(read.error);
		return {
			page: questionForm(reference, question, style, { errors, values: filledIn(posted) }),
			signal: null,
		};
	}
	return await register.together(async (inside) => {
		const used = await inside.links.use(token, PURPOSE, async ({ subject }) => {
			return await inside.questions.answer(subject, read.data.antwoord);
		});
		if (used.state !== 'valid') return { page: refusalPage(used.state, style), signal: null };
		const thanks = ['Wij hebben uw antwoord ontvangen en gaan verder met uw melding.'];
		return { page: thanksPage(thanks, style), signal: used.result };
	});
}

const questionForm = (
	reference: string,
	question: string,
	style: HouseStyle,
	again: Pick<FormContent, 'errors' | 'values'> = {},
): Page =>
	formPage(
		{
			title: 'Een vraag over uw melding',
			paragraphs: [`Het gaat om uw melding ${reference}.`],
			fields: [{ kind: 'text', name: 'antwoord', label: question, maxCharacters: MAX_CHARACTERS }],
			submit: 'Verstuur mijn antwoord',
			...again,
		},
		style,
	);
