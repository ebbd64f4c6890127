import { splitClosing, splitGreeting } from './closing';
import { splitQuotedText } from './quoted-history';

const PREFIX = /^(re|fw|fwd|doorst|antw|antwoord|betreft|tr)\s*(\[\d+\]\s*)?:\s*/i;

export interface BareSubject {
	subject: string;
	/** How many reply prefixes (RE:, Antw:) stood before it. */
	replies: number;
	/** How many forward prefixes (FW:, Doorst:) stood before it. */
	forwards: number;
}

/** The subject without RE:, FW: and the like. */
export function bareSubject(subject: string): BareSubject {
	let rest = subject.trim();
	let replies = 0;
	let forwards = 0;
	for (let match = PREFIX.exec(rest); match; match = PREFIX.exec(rest)) {
		if (/^(fw|doorst|tr)/i.test(match[0])) forwards++;
		else if (!/^betreft/i.test(match[0])) replies++;
		rest = rest.slice(match[0].length);
	}
	return { subject: rest.trim(), replies, forwards };
}

export interface MailText extends BareSubject {
	/** What the writer says now: no greeting, closing, signature, disclaimer or history. */
	body: string;
	/** The salutation that stood above it, and the closing formula and signature below it; empty when there was none. */
	greeting: string;
	closing: string;
}

/** Below this number of words ("Zie onder.") a mail says nothing without the message it forwards. */
const TOO_SHORT_WORDS = 12;

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;

/**
 * Reduces a mail to what matters for reading its meaning.
 *
 * @param quotedText history that was already split off; used only where the new text is too short to stand alone
 */
export function mailText(mail: { subject: string; text: string; quotedText?: string }): MailText {
	const split = splitQuotedText(mail.text);
	const bare = bareSubject(mail.subject);
	const { text, closing } = splitClosing(split.text);
	const { greeting, text: own } = splitGreeting(text);
	const history = [split.quotedText, mail.quotedText ?? ''].filter((part) => part.trim() !== '').join('\n');
	const needsHistory = countWords(own) < TOO_SHORT_WORDS && history !== '' && bare.forwards > 0;
	const body = needsHistory ? `${own}\n${history.replace(/^[ \t]*>+ ?/gm, '')}`.trim() : own;
	return { ...bare, body, greeting, closing };
}
