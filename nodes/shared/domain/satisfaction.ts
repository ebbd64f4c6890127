import { z } from 'zod/v4';
import { NO_FLAGS, type Signal } from './signal';
import { signalId } from './source-key';
import { sourceWithoutMail } from './source-without-mail';

/** The one question after closure. */
export const ANSWERS = ['tevreden', 'niet tevreden'] as const;
export type SatisfactionAnswer = (typeof ANSWERS)[number];

/** What follows when somebody is not satisfied: the signal is opened again, or onvrede is registered. */
export const CONSEQUENCES = ['heropenen', 'onvrede'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** What a customer answered. */
export const givenAnswerSchema = z.object({
	answer: z.enum(ANSWERS),
	/** Empty when there is none. */
	remark: z.string().trim(),
	/** Null for who is satisfied. */
	consequence: z.enum(CONSEQUENCES).nullable(),
});
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

/**
 * Whether a signal is in a sample of this percentage. The id is a hash, so its start is as good as a dice; the
 * same signal is always in or out, and a larger percentage keeps who was in.
 */
export const isSampled = (id: string, percentage: number): boolean =>
	parseInt(id.slice(0, 8), 16) / 2 ** 32 < percentage / 100;

/** The signal in which the dissatisfaction of a customer about another signal is registered, once for each. */
export function onvredeAbout(about: Signal, remark: string, at: string): Signal {
	const key = `tevredenheid:${about.id}`;
	return {
		...about,
		id: signalId(key),
		reference: null,
		// Without a mention: by its reference it would become an action on the signal that it is about.
		source: sourceWithoutMail('form', key, at),
		subject: `Niet tevreden over ${about.reference ?? 'een signaal'}`,
		text: remark || 'De klant is niet tevreden en gaf geen toelichting.',
		signature: '',
		quotedText: '',
		attachments: [],
		flags: NO_FLAGS,
		classification: {
			category: 'onvrede',
			also: [],
			supplier: about.classification?.supplier ?? 'onbekend',
			urgency: 'normaal',
			sentiment: 'negatief',
			confidence: { category: 1, supplier: 1, urgency: 1, sentiment: 1 },
			review: false,
			reviewReasons: [],
			decidedBy: 'person:klant',
			evidence: [],
			modelVersion: 'tevredenheid',
		},
		privacy: [],
		status: 'ontvangen',
		tickets: [],
		actions: [],
	};
}
