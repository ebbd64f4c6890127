import type { FollowUp } from './follow-up';
import type { Signal } from './signal';

/** What stands in the place of words that were forgotten. */
export const FORGOTTEN = '(verwijderd)';

/**
 * What of a signal is forgotten together:
 * - `written`: what people wrote: subject, texts, names of files, remarks;
 * - `identity`: who they are: names, addresses, and the Message-IDs of their mail.
 * What is counted stays: when, what kind, which supplier, how long.
 */
export const FORGETTABLE = ['written', 'identity'] as const;
export type Forgettable = (typeof FORGETTABLE)[number];

/** What of a signal is written by people or says who they are, and what belongs to it. */
type Personal = Pick<
	Signal,
	| 'attachments'
	| 'classification'
	| 'customer'
	| 'flags'
	| 'privacy'
	| 'quotedText'
	| 'signature'
	| 'source'
	| 'subject'
	| 'text'
>;

const NOBODY = { name: null, email: null, organisation: null };

/** The signal without this of it. Its id, its reference and what it was judged to be stay. */
export function forgetInSignal<T extends Personal>(signal: T, what: Forgettable): T {
	if (what === 'identity') {
		const source = { ...signal.source, messageId: null, thread: [], forwardedBy: null, bounce: null };
		return { ...signal, customer: NOBODY, source };
	}
	const { forwardedBy, bounce } = signal.source;
	return {
		...signal,
		subject: FORGOTTEN,
		text: FORGOTTEN,
		signature: '',
		quotedText: '',
		attachments: signal.attachments.map((file) => ({ ...file, name: FORGOTTEN })),
		// The words that decided, and the reasons that quote them, are the customer's.
		classification: signal.classification && { ...signal.classification, evidence: [], reviewReasons: [] },
		flags: { ...signal.flags, reasons: [] },
		privacy: [],
		source: {
			...signal.source,
			forwardedBy: forwardedBy && { ...forwardedBy, remark: FORGOTTEN },
			bounce: bounce && { ...bounce, diagnostic: null },
		},
	};
}

/** The follow-up without this of it. */
export function forgetInFollowUp(followUp: FollowUp, what: Forgettable): FollowUp {
	const { forwardedBy, bounce } = followUp;
	if (what === 'identity') return { ...followUp, sender: NOBODY, forwardedBy: null, bounce: null };
	return {
		...followUp,
		subject: FORGOTTEN,
		text: FORGOTTEN,
		attachments: followUp.attachments.map(() => FORGOTTEN),
		forwardedBy: forwardedBy && { ...forwardedBy, remark: FORGOTTEN },
		bounce: bounce && { ...bounce, diagnostic: null },
	};
}

/** Kinds of action whose text is made of what is counted; that of all others may quote or name somebody. */
export const SAFE_ACTIONS = ['geregistreerd', 'status', 'ticket', 'dubbel', 'privacy'];
