import { MailboxError } from '../mailbox-error';
import type { LetterFile } from './letter';
import { sendOnce, type Delivery, type SendOnce } from './send-once';

/** A mail to a colleague or supplier, who acts on it. */
export interface Notice extends Omit<SendOnce, 'letter'> {
	to: string[];
	subject: string;
	text: string;
	/** See `Letter`. */
	html?: string | null;
	reference: string | null;
	files?: LetterFile[];
}

/** Sends a notice, at most once for its key. Throws when a limit holds it back. */
export async function sendNotice(notice: Notice): Promise<Delivery> {
	const { to, subject, text, html, reference, files = [], ...send } = notice;
	const { from } = send.sender;
	const delivery = await sendOnce({
		...send,
		letter: {
			kind: 'auto-generated',
			from,
			to,
			subject,
			text,
			html,
			thread: [],
			reference,
			files,
		},
	});
	// A customer can do without one more answer, but a colleague or supplier acts on this mail.
	if (delivery.outcome === 'limited') {
		throw new MailboxError(
			`One of ${to.join(', ')} has had ${send.maxPerDay} mails in the last 24 hours, so this one was not sent`,
			'Find out why there are so many, or raise Maximum Per Address Per Day. A later run sends it.',
		);
	}
	return delivery;
}
