import { z } from 'zod/v4';
import type { Category, Supplier } from '../../domain/codebook';
import type { Consequence, GivenAnswer, SatisfactionAnswer } from '../../domain/satisfaction';
import type { Signal } from '../../domain/signal';

const days = z.number().min(0).max(3_650);

/** Which closed signals to ask about. */
export const samplingSchema = z.object({
	/** Of all closed signals, 0 to 100. */
	percentage: z.number().min(0).max(100),
	/** Closed at least this long ago: a customer first has to see that it works. */
	closedForHours: z
		.number()
		.min(0)
		.max(24 * 365),
	/** Closed at most this long ago: later nobody remembers. */
	closedWithinDays: days,
	/** A customer is asked once in so many days. */
	oncePerDays: days,
	limit: z.number().int().min(1).max(10_000),
});
export type Sampling = z.infer<typeof samplingSchema>;

/** A closed signal whose customer may be asked. */
export interface Candidate {
	signal: Signal;
	closedAt: string;
}

export interface InvitationTerms {
	/** A customer is asked once in so many days. */
	oncePerDays: number;
	/** How long the link is good for. */
	validDays: number;
}

/** A customer who must get the question now. */
export interface Invitation {
	reference: string;
	/** The address of the customer. */
	to: string;
	/** For the link in the mail; nobody else may get it. */
	token: string;
	/** ISO 8601. */
	validUntil: string;
	/** The key that the mail must be sent with: by it the register knows that the question was asked. */
	idempotencyKey: string;
}

/**
 * - `not-closed`, `no-address`, `automatic-sender`: there is nobody to ask, or nothing yet to ask about;
 * - `duplicate`: the customer is asked about the signal that was kept;
 * - `stopped`: this customer wants no messages of his own accord any more, at all or about this signal;
 * - `too-soon`: this customer was asked about another signal not long ago;
 * - `asked`: the mail about this signal went out, or may have gone out.
 */
export type InvitationRefusal =
	'not-closed' | 'duplicate' | 'no-address' | 'automatic-sender' | 'stopped' | 'too-soon' | 'asked';

export type InvitationOutcome =
	{ invitation: Invitation; refusal: null } | { invitation: null; refusal: InvitationRefusal };

/** Who is not satisfied, and who was not yet told. */
export interface Dissatisfaction {
	reference: string;
	remark: string;
	consequence: Consequence;
	/** The signal in which onvrede was registered; null when the signal itself was opened again. */
	onvredeReference: string | null;
	answeredAt: string;
	/** The key that the notice must be sent with: by it the register knows that somebody was told. */
	idempotencyKey: string;
}

/** How many were asked and what they answered. */
export interface SatisfactionCount {
	/** Questions that went out. */
	asked: number;
	answered: number;
	satisfied: number;
	dissatisfied: number;
	reopened: number;
	onvrede: number;
	/** Of who was asked, the share that answered, 0 to 1; null when nobody was asked. */
	response: number | null;
	/** Of who answered, the share that is satisfied, 0 to 1; null when nobody answered. */
	satisfaction: number | null;
}

export interface SatisfactionFigures {
	total: SatisfactionCount;
	/** Only those that were asked about. */
	bySupplier: Array<SatisfactionCount & { supplier: Supplier | null }>;
	byCategory: Array<SatisfactionCount & { category: Category | null }>;
}

/** What was answered about a signal. */
export interface RecordedAnswer {
	answer: SatisfactionAnswer;
	answeredAt: string;
}

/** Asking customers whether they are satisfied, after their signal was closed. */
export interface Satisfaction {
	/** Closed signals in the sample whose customer was not asked, oldest first. Changes nothing. */
	candidates(sampling: Sampling): Promise<Candidate[]>;
	/**
	 * Gives the customer of a signal his turn and a link, or says why not. Safe to repeat until the mail went
	 * out; of two invitations to one customer at once, one is refused.
	 * @throws RegisterError when there is no signal with this reference
	 */
	invite(reference: string, terms: InvitationTerms): Promise<InvitationOutcome>;
	/** What was answered about this signal; null when it was not. */
	answerOf(reference: string): Promise<RecordedAnswer | null>;
	/** Writes an answer down; false when there was one already, which then stays. */
	record(reference: string, given: GivenAnswer, onvredeId: string | null): Promise<boolean>;
	/** Who is not satisfied, and whose notice has not gone out yet, oldest first. */
	unannounced(limit: number): Promise<Dissatisfaction[]>;
	/** Of the questions that were asked from `from` up to, not including, `until`; ISO 8601 or null for no bound. */
	figures(from: string | null, until: string | null): Promise<SatisfactionFigures>;
}

/** The outbox keys by which is known what was sent. */
export const questionKey = (reference: string): string => `${reference}:tevredenheid`;
export const noticeKey = (reference: string): string => `${reference}:niet-tevreden`;
