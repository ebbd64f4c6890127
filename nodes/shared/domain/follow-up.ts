import { z } from 'zod/v4';
import { customerSchema, type Signal, type SignalAction } from './signal';

/**
 * - `person`: somebody wrote;
 * - `automatic`: an out-of-office reply, a mailing, or our own mail that came back;
 * - `bounce`: a mail of ours could not be delivered.
 */
export const FOLLOW_UP_KINDS = ['person', 'automatic', 'bounce'] as const;

/** A mail about a signal that is in the register already. */
export const followUpSchema = z.object({
	/** UUID version 5 of the source key of the mail, as a signal has. */
	id: z.uuid(),
	kind: z.enum(FOLLOW_UP_KINDS),
	/** Why it belongs to the signal: by the conversation, or by our reference in the subject or plus-address. */
	evidence: z.enum(['thread', 'mention']),
	/** False when the sender had nothing to do with the signal before. */
	knownSender: z.boolean(),
	sender: customerSchema,
	subject: z.string(),
	/** In full, as the sender wrote it now. */
	text: z.string(),
	/** ISO 8601. */
	receivedAt: z.string(),
});
export type FollowUp = z.infer<typeof followUpSchema>;

export function followUpKind({ flags }: Pick<Signal, 'flags'>): FollowUp['kind'] {
	if (flags.bounce) return 'bounce';
	return flags.autoReply || flags.bulk || flags.loop ? 'automatic' : 'person';
}

/** How much of a mail stands in the action; the follow-up keeps all of it. */
const ACTION_CHARACTERS = 500;

/** The action that stands for the mail on its signal. */
export function followUpAction(followUp: FollowUp): Omit<SignalAction, 'at' | 'actor'> {
	const { kind, sender, knownSender } = followUp;
	const text = shortened(followUp.text) || shortened(followUp.subject) || '(leeg bericht)';
	if (kind === 'bounce') return { kind: 'onbestelbaar', text: `Een mail van ons is niet bezorgd. ${text}` };
	const from = senderOf(sender);
	const stranger = knownSender ? '' : ', niet eerder bij dit signaal betrokken';
	const what = kind === 'person' ? 'Reactie' : 'Automatisch bericht';
	return {
		kind: kind === 'person' ? 'reactie' : 'automatisch',
		text: `${what} van ${from}${stranger}: ${text}`,
	};
}

/** Who wrote, for people. */
function senderOf({ name, email }: FollowUp['sender']): string {
	if (name && email) return `${name} (${email})`;
	return email ?? name ?? 'een onbekende afzender';
}

/** On one line, and cut between words. */
function shortened(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	if (line.length <= ACTION_CHARACTERS) return line;
	return `${line
		.slice(0, ACTION_CHARACTERS)
		.replace(/\s+\S*$/, '')
		.toWellFormed()} …`;
}
