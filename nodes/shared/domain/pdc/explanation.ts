import { z } from 'zod/v4';
import { itemCodeSchema, tidyText } from './item';

const filled = (what: string) =>
	z
		.string()
		.max(20_000)
		.transform(tidyText)
		.refine((value) => value !== '', `Fill in ${what}`);

/** A standard explanation of what a customer can expect, which a handler chooses and puts into an answer. */
export const explanationSchema = z.object({
	code: itemCodeSchema,
	title: filled('the title'),
	/** Why it cannot be done within the agreements, in plain Dutch. */
	why: filled('why it is so'),
	/** Who decided it. */
	decidedBy: filled('who decided it'),
	/** What the customer can expect instead. */
	expectation: filled('what the customer can expect'),
});
export type Explanation = z.output<typeof explanationSchema>;

/** The explanation as paragraphs of an answer to a customer. */
export const explanationText = ({ why, decidedBy, expectation }: Explanation): string =>
	`${why}\n\nWie heeft dit besloten? ${decidedBy}\n\nWat kunt u verwachten? ${expectation}`;
