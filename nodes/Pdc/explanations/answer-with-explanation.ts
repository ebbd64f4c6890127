import { DateTime } from 'luxon';
import { explanationText, type Explanation } from '../../shared/domain/pdc/explanation';
import type { Signal } from '../../shared/domain/signal';
import { filledIn, formErrors } from '../../shared/pages/form-page';
import { refusalPage, thanksPage } from '../../shared/pages/message-page';
import type { Page } from '../../shared/pages/page';
import type { Register } from '../../shared/storage/register';
import type { HouseStyle } from '../../shared/style/house-style';
import { PdcError } from '../pdc-error';
import { answerForm, answeredPage, chosenCode, postedSchema } from './answer-page';

const PURPOSE = 'pdc-answer';
const FINISHED: ReadonlyArray<Signal['status']> = ['opgelost', 'afgesloten'];

interface Desk {
	register: Register;
	style: HouseStyle;
}

/** What came of the form: `answer` is what the customer is to read; null when nothing must be sent, as the page says. */
export interface AnswerOutcome {
	page: Page;
	signal: Signal | null;
	answer: string | null;
}

/**
 * Makes the link by which a handler answers the customer of a signal, once.
 * @throws PdcError when the customer has no address to answer to, or it was answered
 */
export async function issueAnswerLink(
	register: Register,
	forSignal: string,
	linkDays: number,
): Promise<{ token: string; validUntil: string }> {
	const { reference, customer, status } = await register.get(forSignal);
	if (!reference || !customer.email || FINISHED.includes(status)) {
		throw new PdcError(
			`There is nobody to answer for ${forSignal}: ${customer.email ? `it is '${status}'` : 'the customer has no e-mail address'}.`,
			'Make a link only for a registered signal that is open and has an address.',
		);
	}
	const validUntil = DateTime.fromJSDate(register.pdc.now(), { zone: 'utc' })
		.plus({ days: linkDays })
		.toISO()!;
	const { token } = await register.links.issue({
		purpose: PURPOSE,
		subject: reference,
		validUntil,
		singleUse: true,
	});
	return { token, validUntil };
}

/** The form behind a link. Changes nothing, however often it is fetched. */
export async function showAnswerForm({ register, style }: Desk, token: string): Promise<Page> {
	const { state, link } = await register.links.look(token, PURPOSE);
	if (state !== 'valid') return refusalPage(state, style);
	const signal = await register.get(link.subject);
	if (FINISHED.includes(signal.status)) return answeredPage(signal, style);
	return answerForm(signal, await explanationsOf(register), style);
}

/** Takes in what was filled in, once, and writes it down with the signal. What is not right leaves the link as it was. */
export async function takeAnswer(
	{ register, style }: Desk,
	token: string,
	body: unknown,
): Promise<AnswerOutcome> {
	const nothing = (page: Page): AnswerOutcome => ({ page, signal: null, answer: null });
	const looked = await register.links.look(token, PURPOSE);
	if (looked.state !== 'valid') return nothing(refusalPage(looked.state, style));
	const signal = await register.get(looked.link.subject);
	if (FINISHED.includes(signal.status)) return nothing(answeredPage(signal, style));
	const explanations = await explanationsOf(register);
	const read = postedSchema.safeParse(body ?? {});
	const again = (errors: ReturnType<typeof formErrors>) =>
		nothing(answerForm(signal, explanations, style, { values: filledIn(body), errors }));
	if (!read.success) return again(formErrors(read.error));
	const code = chosenCode(read.data);
	const chosen = explanations.find((one) => one.code === code);
	if (code && !chosen) return again([{ field: 'uitleg', message: 'Kies een uitleg, of kies geen' }]);
	const { woorden, naam } = read.data;
	const answer = [woorden, chosen && explanationText(chosen)].filter(Boolean).join('\n\n');
	return await register.together(async (part) => {
		const used = await part.links.use(token, PURPOSE, async ({ subject }) => {
			const text = `Antwoord aan de klant${code ? `, met uitleg ${code}` : ''}:\n${answer}`;
			return await part.addAction(subject, { kind: 'notitie', actor: naam, text });
		});
		if (used.state !== 'valid') return nothing(refusalPage(used.state, style));
		return { page: thanksPage(['Uw antwoord gaat naar de klant.'], style), signal: used.result, answer };
	});
}

const explanationsOf = async ({ pdc }: Pick<Register, 'pdc'>): Promise<Explanation[]> =>
	(await pdc.explanations.list()).map(({ content }) => content);
