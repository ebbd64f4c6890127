import { isAutomaticAddress } from '../automatic-address';
import { isOwnMessageId, OWN_HEADER } from '../own-mail';
import type { ParsedMail } from './mail-source';

/** Subjects that mail programs give to their automatic answers, in Dutch and English. */
const AUTOMATIC_SUBJECT =
	/^\s*(automatisch(e)? (antwoord|reactie|bericht)|automatic reply|auto(matic)?[- ]?(reply|response)|out of (the )?office|afwezigheids(bericht|melding|assistent)|(ik ben )?(momenteel |tijdelijk )?(afwezig|niet aanwezig)\s*(:|tot\b|van\b|t\/m\b|$)|absence notice)/i;
const FAILURE_SUBJECT =
	/^\s*(undeliver(able|ed)|(mail )?delivery (status notification|failure|has failed|failed)|returned mail|failure notice|mail system error|onbestelbaar|niet bezorgd|bezorging mislukt|bericht niet bezorgd)/i;

/** What the headers of a mail say about its kind; `own` are the addresses of this mailbox. */
export function mailFlags(mail: ParsedMail, own: readonly string[]) {
	const bounce = isBounce(mail);
	return {
		autoReply: isAutoReply(mail),
		bounce,
		bulk: isBulk(mail),
		// A bounce of our own mail is about it, but is not it.
		loop: !bounce && isOurs(mail, own),
	};
}

const header = (mail: ParsedMail, name: string): string => mail.headers.get(name)?.trim().toLowerCase() ?? '';

/** RFC 3834, and what mailers did before it. */
function isAutoReply(mail: ParsedMail): boolean {
	const autoSubmitted = header(mail, 'auto-submitted');
	if (autoSubmitted !== '' && !/^no\b/.test(autoSubmitted)) return true;
	if (['x-autoreply', 'x-autorespond', 'x-autoresponse'].some((name) => mail.headers.has(name))) return true;
	// Exchange puts X-Auto-Response-Suppress on ordinary mail too: the subject decides, with or without it.
	return /^auto[_-]?reply/.test(header(mail, 'precedence')) || AUTOMATIC_SUBJECT.test(mail.subject);
}

/** A delivery report (RFC 3464), or what looks like one from a server that does not follow it. */
function isBounce(mail: ParsedMail): boolean {
	const contentType = header(mail, 'content-type');
	if (contentType.startsWith('multipart/report')) return /report-type="?delivery-status/.test(contentType);
	const sender = mail.from?.address.toLowerCase() ?? '';
	if (/^mailer-daemon(@|$)/.test(sender)) return true;
	if (/^postmaster(@|$)/.test(sender) && FAILURE_SUBJECT.test(mail.subject)) return true;
	// An out-of-office reply has no return path either (RFC 3834), but it is not about a delivery.
	const noReturn = /^<\s*>$/.test(header(mail, 'return-path'));
	return (
		noReturn && header(mail, 'auto-submitted') !== 'auto-replied' && !AUTOMATIC_SUBJECT.test(mail.subject)
	);
}

function isBulk(mail: ParsedMail): boolean {
	if (mail.headers.has('list-id') || mail.headers.has('list-unsubscribe')) return true;
	return /^(bulk|list|junk)$/.test(header(mail, 'precedence'));
}

function isOurs(mail: ParsedMail, own: readonly string[]): boolean {
	if (mail.headers.has(OWN_HEADER.toLowerCase())) return true;
	if (own.includes(mail.from?.address.toLowerCase() ?? '')) return true;
	return mail.messageId !== null && isOwnMessageId(mail.messageId);
}

/** The address of the customer: who wrote, or whom a form that writes in its own name asks to answer. */
export function customerAddress({ from, replyTo }: ParsedMail): string | null {
	if (from && replyTo && isAutomaticAddress(from.address)) return replyTo;
	return from?.address ?? replyTo;
}
