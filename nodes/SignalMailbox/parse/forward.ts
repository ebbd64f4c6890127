import { headerBlockAt } from '../../shared/text/header-block';
import { linesOf, bareLine } from '../../shared/text/line';
import { bareSubject } from '../../shared/text/mail-text';
import { isForwardLine } from '../../shared/text/quote-marks';
import { splitQuotedText, type SplitText } from '../../shared/text/quoted-history';
import { readAddress } from './customer';
import type { ParsedMail } from './mail-source';
import type { Mailbox } from './mime/headers';
import { trimEndOf } from '../../shared/text/trim';

/** A customer's mail that a colleague passed on. */
export interface Forwarded {
	customer: Mailbox;
	/** What the customer wrote; `quotedText` begins with the header block above it, or its subject. */
	mail: SplitText;
}

export interface Colleagues {
	/** Addresses of this mailbox, in lower case. */
	own: readonly string[];
	/** Addresses or domains of who passes on mail of customers, in lower case; null: anybody does. */
	colleagues: readonly string[] | null;
}

/** `Jan <jan@x.example>`, `Jan [mailto:jan@x.example]` or `jan@x.example`. */
function mailboxIn(value: string): Mailbox | null {
	const found = /[^\s<>[\]()"';,:*@]{1,200}@[^\s<>[\]()"';,*@]{1,200}/.exec(value);
	const address = found && readAddress(found[0]);
	if (!address) return null;
	const before = value.slice(0, found.index).replace(/(mailto:|[<[("*]|\s)/gi, ' ');
	const name = trimEndOf(before, ` "'`).trim();
	return { name: name.replace(/^["']|["']$/g, ''), address };
}

/**
 * The customer's mail in a mail that a colleague forwarded, below a header block or as an attached mail.
 * Null when it is no forward, when the forwarder is no colleague (a customer who passes on a supplier's mail
 * stays the customer), or when the inner sender cannot be read or is this mailbox itself.
 */
export function forwardedMail(
	mail: ParsedMail,
	split: SplitText,
	{ own, colleagues }: Colleagues,
): Forwarded | null {
	const isColleague = (address: string) =>
		colleagues !== null && (colleagues.includes(address) || colleagues.includes(address.split('@').at(-1)!));
	const forwarder = mail.from && readAddress(mail.from.address);
	if (!forwarder || own.includes(forwarder) || (colleagues !== null && !isColleague(forwarder))) return null;
	const found = inText(mail.subject, split, isColleague) ?? asAttachment(mail, split);
	const writer = found?.customer.address;
	return writer && writer !== forwarder && !own.includes(writer) ? found : null;
}

/** So many colleagues may have passed a mail on to each other. */
const MOST_COLLEAGUES = 5;

function inText(
	subject: string,
	{ quotedText }: SplitText,
	isColleague: (address: string) => boolean,
	passes = 1,
): Forwarded | null {
	const quoted = linesOf(quotedText);
	const start = quoted.findIndex((line) => {
		const bare = bareLine(line);
		return bare !== '' && !/^_+$/.test(bare) && !isForwardLine(bare);
	});
	if (start < 0) return null;
	// Apple Mail puts what it forwards behind `>`.
	const behindMark = /^\s*>/.test(quoted[start]!);
	const lines = behindMark ? quoted.map((line) => line.replace(/^\s*> ?/, '')) : quoted;
	const above = lines.slice(0, start);
	const marked = above.some((line) => isForwardLine(line) && !/oorspronkelijk|original/i.test(line));
	if (!marked && !isForwardSubject(subject)) return null;
	const block = headerBlockAt(
		lines,
		start,
		above.some((line) => line.trim() !== ''),
	);
	const customer = block && mailboxIn(block.from);
	if (!customer) return null;
	const inner = splitQuotedText(lines.slice(block.end).join('\n'));
	const head = lines.slice(0, block.end).join('\n').trim();
	const joined = (...history: string[]) => history.filter(Boolean).join('\n\n');
	// A colleague got it from a colleague: the customer stands below both.
	if (isColleague(customer.address) && isForwardSubject(block.subject) && passes < MOST_COLLEAGUES) {
		const deeper = inText(block.subject, inner, isColleague, passes + 1);
		if (deeper) {
			const { text, quotedText: rest } = deeper.mail;
			return { ...deeper, mail: { text, quotedText: joined(head, inner.text, rest) } };
		}
	}
	return { customer, mail: { text: inner.text, quotedText: joined(head, inner.quotedText) } };
}

function asAttachment({ attachedMails, subject }: ParsedMail, { quotedText }: SplitText): Forwarded | null {
	const [attached] = attachedMails;
	if (!attached?.from || attachedMails.length > 1) return null;
	const same = bareSubject(attached.subject).subject === bareSubject(subject).subject;
	if (!isForwardSubject(subject) && !same) return null;
	const address = readAddress(attached.from.address);
	if (!address) return null;
	const inner = splitQuotedText(attached.text);
	const history = [attached.subject, quotedText, inner.quotedText].filter(Boolean).join('\n\n');
	return { customer: { ...attached.from, address }, mail: { text: inner.text, quotedText: history } };
}

/** The outermost prefix decides: `RE: FW: …` is an answer. */
const isForwardSubject = (subject: string): boolean => /^\s*(fw|fwd|doorst|tr|wg)\s*:/i.test(subject);
