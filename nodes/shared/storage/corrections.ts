import { z } from 'zod/v4';
import { classificationSchema, type Signal } from '../domain/signal';

/** What a person says that a signal is. */
export const labelsSchema = classificationSchema.pick({
	category: true,
	also: true,
	supplier: true,
	urgency: true,
	sentiment: true,
});
export type Labels = z.infer<typeof labelsSchema>;

export const correctionSchema = z.object({
	labels: labelsSchema,
	/** The person who says so. */
	actor: z.string().trim().min(1, 'fill in who says so'),
	/** Why, for colleagues. */
	reason: z
		.string()
		.trim()
		.transform((reason) => reason || null)
		.nullable()
		.default(null),
});
export type Correction = z.input<typeof correctionSchema>;

/** A mail with the labels that a person gave it. The text is that of the signal, and goes when that goes. */
export interface LearnedMail {
	signalId: string;
	subject: string;
	text: string;
	labels: Labels;
}

/** What people said of signals, see `Register`. */
export interface Corrections {
	/**
	 * Makes what a person says the classification of a signal, keeps it to learn from, and writes it down as an
	 * action. What a person said last counts; the same again, also as agreement with the model, changes nothing more.
	 * Gives the signal as it is now.
	 * @throws RegisterError when there is no signal with this reference
	 */
	learn(reference: string, correction: Correction): Promise<Signal>;
	/** Everything to learn from, in the order of the signals. */
	all(): Promise<LearnedMail[]>;
}
