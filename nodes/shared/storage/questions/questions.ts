import { z } from 'zod/v4';
import type { Signal } from '../../domain/signal';
import type { UpdateOutcome } from '../updates/updates';

/** Characters of a question. */
export const MAX_QUESTION = 1_000;

/** Working days of a term. */
export const MOST_DAYS = 250;

const days = z.number().int().min(1).max(MOST_DAYS);

export const newQuestionSchema = z
	.object({
		reference: z.string(),
		/** One clear question, in the words that the customer reads. */
		question: z
			.string()
			.trim()
			.min(1, 'Fill in the question')
			.max(MAX_QUESTION, `Ask it in ${MAX_QUESTION} characters`),
		/** Working days until he is reminded. */
		remindAfter: days,
		/** Working days, from the question, until somebody else decides. */
		endAfter: days,
	})
	.refine(({ remindAfter, endAfter }) => remindAfter < endAfter, {
		path: ['endAfter'],
		error: 'The reminder must come before the term ends',
	});
export type NewQuestion = z.input<typeof newQuestionSchema>;

/**
 * What is to be sent about a question:
 * - `question`, `reminder`: to the customer, with a link on which he can answer;
 * - `expired`: to the handler, who decides without an answer;
 * - `answered`: to the handler, with what the customer answered on the page. Of an answer by mail the intake tells.
 */
export const QUESTION_KINDS = ['question', 'reminder', 'expired', 'answered'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** How the action on the signal begins that holds an answer from the page; the answer itself follows. */
export const ANSWER_ON_PAGE = 'Antwoord van de klant op onze vraag: ';

export interface QuestionMail {
	kind: QuestionKind;
	/** Idempotency key of the mail. */
	key: string;
	question: string;
	/** Until when an answer is expected, ISO 8601 in UTC. */
	answerBy: string;
	/** Of a link with the purpose `question`; null for what does not go to the customer. */
	token: string | null;
	signal: Signal;
}

/** Questions to customers when information is missing: one per signal at a time. */
export interface Questions {
	/**
	 * Asks; the same question again gives the same key, with another link. While it is open no status updates go out by
	 * term: it is the customer's turn.
	 * @throws RegisterError when another question is open, or there is no such signal
	 */
	ask(question: NewQuestion, actor: string): Promise<QuestionMail>;
	/**
	 * Reminders that are due, terms that are over and answers from the page, of signals that are not closed, and answers
	 * about duplicates; they come back after `claimMinutes` until `record`.
	 */
	due(claimMinutes: number, limit: number): Promise<QuestionMail[]>;
	/** What became of the mail of this kind; what a limit held back comes again. @throws RegisterError when there is no such signal */
	record(reference: string, kind: QuestionKind, outcome: UpdateOutcome, actor: string): Promise<void>;
	/** The question about this signal that the customer may still answer: also after its term, as late is better than never. */
	openQuestion(reference: string): Promise<string | null>;
	/** The question about this signal whose term is not over; as long as there is one, no other can be asked. */
	waitingQuestion(reference: string): Promise<string | null>;
	/**
	 * Takes in the answer that a customer gave on the page: as a mail of his would be. About a duplicate that is an answer
	 * on the signal that is kept. Gives the signal it is about.
	 */
	answer(reference: string, text: string): Promise<Signal>;
}
