import { z } from 'zod/v4';
import { bounceSchema, customerSchema, forwardedBySchema, type Signal, type SignalAction } from './signal';
import { shorten } from '../text/shorten';

/**
 * - `person`: somebody wrote;
 * - `automatic`: an out-of-office reply, a mailing, our own mail that came back, or a mail of ours that is delayed;
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
	/** Null unless a colleague forwarded it; `sender` is then who wrote first. */
	forwardedBy: forwardedBySchema.nullable(),
	/** What a mail server reported about a mail of ours; null when it is no such report. */
	bounce: bounceSchema.nullable(),
	subject: z.string(),
	/** In full, as the sender wrote it now. */
	text: z.string(),
	/** Names of the files that came with it; they are in the mail, in the mailbox. */
	attachments: z.array(z.string()),
	/** ISO 8601. */
	receivedAt: z.string(),
});
export type FollowUp = z.infer<typeof followUpSchema>;

function kindOf({ flags, source }: Signal): FollowUp['kind'] {
	// While a mail server goes on trying, nobody has to reach the customer in another way.
	if (flags.bounce) return source.bounce?.action === 'delayed' ? 'automatic' : 'bounce';
	return flags.autoReply || flags.bulk || flags.loop ? 'automatic' : 'person';
}

/** The follow-up that a mail is. */
export function toFollowUp(mail: Signal, evidence: FollowUp['evidence'], knownSender: boolean): FollowUp {
	const { forwardedBy, bounce, receivedAt } = mail.source;
	return {
		id: mail.id,
		kind: kindOf(mail),
		evidence,
		knownSender,
		sender: mail.customer,
		forwardedBy,
		bounce,
		subject: mail.subject,
		text: mail.text,
		attachments: mail.attachments.map(({ name }) => name),
		receivedAt,
	};
}

/** How much of a mail stands in the action; the follow-up keeps all of it. */
const ACTION_CHARACTERS = 500;

/** The action that stands for the mail on its signal. */
export function followUpAction(followUp: FollowUp): Omit<SignalAction, 'at' | 'actor'> {
	const { kind, sender, knownSender, forwardedBy, bounce } = followUp;
	const text = shortened(followUp.text) || shortened(followUp.subject) || '(leeg bericht)';
	if (kind === 'bounce') {
		const told = bounce ? bounceText(bounce) : `Een mail van ons is niet bezorgd. ${text}`;
		return { kind: 'onbestelbaar', text: told };
	}
	if (kind === 'automatic' && bounce?.action === 'delayed') {
		return { kind: 'automatisch', text: bounceText(bounce) };
	}
	const from = senderOf(sender);
	const by = forwardedBy ? `, doorgestuurd door ${senderOf(forwardedBy)}` : '';
	const stranger = knownSender ? '' : ', niet eerder bij dit signaal betrokken';
	const what = kind === 'person' ? 'Reactie' : 'Automatisch bericht';
	return {
		kind: kind === 'person' ? 'reactie' : 'automatisch',
		text: `${what} van ${from}${by}${stranger}: ${text}`,
	};
}

function bounceText({ action, recipients, status, diagnostic }: NonNullable<FollowUp['bounce']>): string {
	const to = recipients.length > 0 ? ` aan ${recipients.join(', ')}` : '';
	const why = [status, diagnostic && shortened(diagnostic)].filter(Boolean).join(': ');
	const because = why ? ` (${why})` : '';
	return action === 'delayed'
		? `Een mail van ons${to} is vertraagd${because}. De mailserver probeert het nog.`
		: `Een mail van ons${to} is niet bezorgd${because}.`;
}

/** Who wrote, for people. */
function senderOf({ name, email }: Pick<FollowUp['sender'], 'name' | 'email'>): string {
	if (name && email) return `${name} (${email})`;
	return email ?? name ?? 'een onbekende afzender';
}

/** On one line, and cut between words. */
const shortened = (text: string): string => shorten(text.replace(/\s+/g, ' ').trim(), ACTION_CHARACTERS);
