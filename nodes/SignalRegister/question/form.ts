import { z } from 'zod/v4';
import { referenceSchema, type Signal } from '../../shared/domain/signal';
import { MAX_QUESTION } from '../../shared/storage/questions/questions';
import type { Register } from '../../shared/storage/register';
import { isFromPerson } from '../../shared/storage/satisfaction/candidates';
import { formProblems, requiredLine } from '../form-problems';
import { referenceIn } from './choices';

const ONE_QUESTION = 'Stel één vraag. Een klant beantwoordt vaak alleen de eerste';

/** The fields of the form with which a colleague asks a customer something, by the names that they have there. */
const questionFormSchema = z.object({
	naam: requiredLine('Vul uw naam in'),
	email: z
		.string('Vul uw e-mailadres in')
		.trim()
		.toLowerCase()
		.pipe(z.email('Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl')),
	signaal: z
		.string('Kies een signaal uit de lijst')
		.transform(referenceIn)
		.pipe(referenceSchema.nullable())
		.refine((reference) => reference !== null, 'Kies een signaal uit de lijst'),
	vraag: z
		.string('Schrijf uw vraag')
		.trim()
		.min(1, 'Schrijf uw vraag')
		.max(MAX_QUESTION, `Schrijf niet meer dan ${MAX_QUESTION} tekens`)
		.refine((text) => text.split('?').length <= 2, ONE_QUESTION),
});
type QuestionForm = z.infer<typeof questionFormSchema>;

const TITLES: Record<keyof QuestionForm, string> = {
	naam: 'Uw naam',
	email: 'Uw e-mailadres',
	signaal: 'Signaal',
	vraag: 'Vraag',
};

/** A question that can be asked now. */
export interface QuestionToAsk {
	reference: string;
	question: string;
	/** Name of the colleague who asks. */
	actor: string;
	/** Address of the colleague who asks, and who gets the answer. */
	handler: string;
}

export type QuestionFormOutcome =
	{ toAsk: QuestionToAsk; problems: [] } | { toAsk: null; problems: string[] };

/**
 * Checks what a colleague filled in, and whether the customer of that signal can be asked anything now. Changes nothing.
 * The same question as the one that is open is fine: sending the form twice asks it once.
 */
export async function readQuestionForm(register: Register, form: unknown): Promise<QuestionFormOutcome> {
	const read = questionFormSchema.safeParse(form ?? {});
	if (!read.success) return { toAsk: null, problems: formProblems(read.error, TITLES) };
	const { naam, email, signaal, vraag } = read.data;
	const reference = signaal!;
	const [problem] = [
		whyNotAsked(await register.get(reference)),
		waitingProblem(await register.questions.waitingQuestion(reference), vraag),
	].filter((one) => one !== null);
	if (problem) return { toAsk: null, problems: [`${TITLES.signaal}: ${problem}`] };
	return { toAsk: { reference, question: vraag, actor: naam, handler: email }, problems: [] };
}

function whyNotAsked(signal: Signal): string | null {
	if (signal.status === 'afgesloten') return 'Dit signaal is afgesloten. Heropen het eerst.';
	if (!signal.customer.email) return 'Van deze klant is geen e-mailadres bekend. Bel de klant.';
	return isFromPerson(signal)
		? null
		: 'Dit bericht komt van een automatische afzender. Die beantwoordt geen vraag.';
}

const waitingProblem = (waiting: string | null, question: string): string | null =>
	waiting === null || waiting === question
		? null
		: `Deze klant heeft nog een vraag open: "${waiting}". Wacht op het antwoord of op het einde van de termijn.`;
