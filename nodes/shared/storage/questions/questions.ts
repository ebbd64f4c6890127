import { z } from 'zod/v4';
import type { Signal } from '../../domain/signal';

const days = z.number().int().min(1).max(250);

export const newQuestionSchema = z
	.object({
		reference: z.string(),
		/** One clear question, in the words that the customer reads. */
		question: z.string().trim().min(1, 'Fill in the question').max(1_000, 'Ask it in 1000 characters'),
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
 * - `expired`: to the handler, who decides without an answer.
 */
export type QuestionKind = 'question' | 'reminder' | 'expired';

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
	/** Reminders that are due and terms that are over; they come back after `claimMinutes` until `record`. */
	due(claimMinutes: number, limit: number): Promise<QuestionMail[]>;
	/** The mail of this kind went out. @throws RegisterError when there is no such signal */
	record(reference: string, kind: QuestionKind, actor: string): Promise<void>;
	/** Whether a question about this signal waits for an answer, and which. */
	openQuestion(reference: string): Promise<string | null>;
	/** Takes in the answer that a customer gave on the page: as a mail of his would be. */
	answer(reference: string, text: string): Promise<Signal>;
}
