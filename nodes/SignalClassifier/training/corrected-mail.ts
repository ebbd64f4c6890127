import type { CorrectedMail } from '../../shared/storage/corrections';
import { taughtMailSchema, type TaughtMail } from './corpus';

const PREFIX = 'signal ';

/** A signal with a person's classification as a mail to learn from; undefined when it says nothing. */
export function asTaughtMail({
	signalId,
	subject,
	text,
	author,
	thread,
	classification,
}: CorrectedMail): TaughtMail | undefined {
	const { category, also, supplier, urgency, sentiment, confidence } = classification;
	return taughtMailSchema.safeParse({
		id: `${PREFIX}${signalId}`,
		subject,
		body: text,
		category,
		also,
		supplier,
		// What a person did not choose may be the model's own, or what every signal begins with.
		urgency: confidence.urgency === 1 ? urgency : undefined,
		sentiment: confidence.sentiment === 1 ? sentiment : undefined,
		author,
		thread,
	}).data;
}

/** Whether a mail is a signal that a person judged, and not of the corpus. */
export const isCorrection = ({ id }: Pick<TaughtMail, 'id'>): boolean => id.startsWith(PREFIX);
