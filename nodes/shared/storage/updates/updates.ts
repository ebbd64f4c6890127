import { z } from 'zod/v4';
import { referenceSchema, statusSchema, type Signal } from '../../domain/signal';
import type { MessageSettingsInput, PlanSettings, PlanSettingsInput } from '../../domain/updates/settings';
import type { Claim } from '../claims';

/** A message to one customer about all his open signals, as it is kept until it is known what became of it. */
export const updateContentSchema = z.object({
	/** Idempotency key: while the message is under way it stays the same. */
	key: z.string(),
	customer: z.object({ name: z.string().nullable(), email: z.string() }),
	/** What is most urgent comes first. */
	signals: z
		.array(z.object({ reference: referenceSchema, subject: z.string(), status: statusSchema }))
		.min(1),
	/** Until when the next update comes, as the text says; null when every signal is finished. ISO 8601. */
	nextUpdateBy: z.string().nullable(),
	subject: z.string(),
	text: z.string(),
	/** ISO 8601 in UTC. */
	composedAt: z.string(),
});
export type UpdateContent = z.output<typeof updateContentSchema>;

/** With the first signal in full, by which the message can go out as an answer in its conversation. */
export interface DueUpdate extends UpdateContent {
	signal: Signal;
}

/** As Signal Mailbox gives it, see `DeliveryOutcome`. */
export const UPDATE_OUTCOMES = ['sent', 'already-sent', 'doubtful', 'dropped', 'limited', 'skipped'] as const;
export type UpdateOutcome = (typeof UPDATE_OUTCOMES)[number];

/** A supplier that has been silent for too long, with all signals that wait for it. */
export interface SilentSupplier {
	/** Idempotency key of the warning about these signals on this day. */
	key: string;
	supplier: string;
	/** The longest wait first. */
	signals: Array<{
		reference: string;
		subject: string;
		status: string;
		/** The number of its ticket; null when it has none. */
		ticket: string | null;
		/** When the supplier gave its last sign, ISO 8601 in UTC. */
		lastSign: string;
		/** Working days since then. */
		workingDays: number;
	}>;
	/** For the coordinator, in Dutch. */
	subject: string;
	text: string;
}

/** Whom a stop is about: all signals of a customer, or one signal. */
export type StopScope = { customer: string } | { reference: string };

/** Tells what customers must hear, and when. What is due costs one query over an index, however many signals there are. */
export interface Updates {
	/**
	 * Keeps the terms, the working time and the closing days by which everything here is reckoned, and gives them in
	 * full. Saying the same again costs nothing. Others count for all open signals at once; what was promised holds.
	 * @throws ZodError that names the setting that is wrong
	 */
	setTerms(settings: PlanSettingsInput): Promise<PlanSettings>;
	/**
	 * One message per customer to whom something is due, the most urgent first, claimed so that no other run gives
	 * it as well. Nothing in quiet hours. A message of which a run did not tell what became of it comes
	 * back with the same key when its claim has ended.
	 * @throws ZodError that names the setting that is wrong
	 */
	due(settings: MessageSettingsInput, claim: Claim, limit: number): Promise<DueUpdate[]>;
	/**
	 * What became of a message. Signal Mailbox tells it by itself of what it sent; saying it again
	 * changes nothing. Gives the references of the signals that it was about, none when it was known.
	 */
	record(key: string, outcome: UpdateOutcome, actor: string): Promise<string[]>;
	/** Sends no more updates (`stopped`), or sends them again. @throws RegisterError for an unknown signal */
	stop(scope: StopScope, stopped: boolean, actor: string): Promise<void>;
	/** Suppliers that gave no sign about a ticket for too long. A warning is repeated after the same term. */
	silentSuppliers(limit: number): Promise<SilentSupplier[]>;
	/** Writes down that the coordinator was warned about these signals. @throws RegisterError for an unknown one */
	recordEscalation(references: readonly string[], actor: string): Promise<void>;
	/** Closes solved signals to which the customer did not react in time. Gives them as they are now. */
	closeSolved(limit: number, actor: string): Promise<Signal[]>;
}
