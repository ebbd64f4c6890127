import { convert } from 'html-to-text';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';

/** A file in a mail. */
export interface MailFile {
	name: string;
	contentType: string;
	/** Bytes. */
	size: number;
	content: Buffer;
}

/** A mail in terms of its content, whatever it looked like on the wire. */
export interface ParsedMail {
	/** First value of each header, unfolded, by name in lower case. */
	headers: ReadonlyMap<string, string>;
	from: { name: string; address: string } | null;
	replyTo: string | null;
	subject: string;
	/** As plain text, also when the mail was HTML only. */
	text: string;
	/** Text of a mail that was attached to this one, with its subject. */
	attachedMailText: string;
	/** With its angle brackets. */
	messageId: string | null;
	/** Message-IDs of the conversation, oldest first. */
	thread: string[];
	files: MailFile[];
}

/** A header that no mail program leaves out; without any of them it is no mail but bytes. */
const MAIL_HEADERS = ['from', 'to', 'date', 'subject', 'message-id', 'received', 'content-type'];

/** Reads the source of a mail (or only its header). Throws when it cannot be taken apart at all. */
export async function parseMailSource(source: Buffer): Promise<ParsedMail> {
	const mail = await PostalMime.parse(source, { forceRfc822Attachments: true });
	const headers = new Map<string, string>();
	for (const { key, value } of mail.headers) if (!headers.has(key)) headers.set(key, value);
	const attached = mail.attachments.find(({ mimeType }) => mimeType === 'message/rfc822');
	return {
		headers,
		from: mailbox(mail.from),
		replyTo: mail.replyTo?.map(mailbox).find((address) => address !== null)?.address ?? null,
		subject: clean(mail.subject ?? ''),
		text: plainText(mail.text, mail.html),
		attachedMailText: attached ? await attachedText(bytes(attached)) : '',
		messageId: mail.messageId?.trim() || null,
		thread: threadOf(mail),
		files: mail.attachments.map(toFile),
	};
}

/** Whether anything in it says that it is a mail: a header that mail has. */
export const looksLikeMail = ({ headers }: ParsedMail): boolean =>
	MAIL_HEADERS.some((name) => headers.has(name));

/** Plain text of a mail; HTML is rendered only where there is no text. */
export function plainText(text: string | undefined, html: string | undefined): string {
	if (text?.trim() || !html) return clean(text ?? '');
	return clean(
		convert(html, {
			wordwrap: false,
			selectors: [
				{ selector: 'img', format: 'skip' },
				{ selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
				...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
					selector,
					options: { uppercase: false },
				})),
			],
		}),
	);
}

/** Line ends of one kind, and no NUL: databases refuse it. */
export const clean = (text: string): string => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();

function mailbox(address: Address | undefined): { name: string; address: string } | null {
	const first = address?.group ? address.group[0] : address;
	return first?.address ? { name: first.name, address: first.address } : null;
}

/** References first, then what it answers to, each once (RFC 5322, 3.6.4). */
function threadOf(mail: Email): string[] {
	const ids = `${mail.references ?? ''} ${mail.inReplyTo ?? ''}`.match(/<[^<>\s]+>/g) ?? [];
	return [...new Set(ids)];
}

const bytes = ({ content }: Attachment): Buffer =>
	typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as Uint8Array);

function toFile(attachment: Attachment, index: number): MailFile {
	const content = bytes(attachment);
	const extension = attachment.mimeType === 'message/rfc822' ? '.eml' : '';
	return {
		name: clean(attachment.filename ?? '') || `bijlage-${index + 1}${extension}`,
		contentType: attachment.mimeType,
		size: content.length,
		content,
	};
}

async function attachedText(source: Buffer): Promise<string> {
	const mail = await PostalMime.parse(source, { forceRfc822Attachments: true });
	return [mail.subject, plainText(mail.text, mail.html)].filter(Boolean).join('\n\n');
}
