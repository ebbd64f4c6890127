import MailComposer from 'nodemailer/lib/mail-composer';
import { bareSubject } from '../../shared/text/mail-text';
import { OWN_HEADER } from '../own-mail';
import { boundedThread, headerText, plusAddress } from './headers';
import { letterHtml } from './letter-html';
import type { SendingSettings } from './sending-settings';

/** A file that goes with a mail. */
export interface LetterFile {
	name: string;
	contentType: string;
	content: Buffer;
}

/** A mail of ours, ready to be written down and sent. */
export interface Letter {
	/** Answers a mail, or was started by the workflow (RFC 3834, 5). */
	kind: 'auto-replied' | 'auto-generated';
	from: { name: string; address: string };
	to: string[];
	subject: string;
	/** Plain text; the HTML is made of it. */
	text: string;
	/** A whole page to send instead of the HTML that is made of the text. */
	html?: string | null;
	/** Message-IDs of the conversation, oldest first; the last one is what this answers. */
	thread: string[];
	/** The signal it is about. */
	reference: string | null;
	files: LetterFile[];
}

/** Characters that no mail shows, and that some mail programs stumble over. */
const INVISIBLE = /[^\P{Cc}\n\t]/gu;

/**
 * The source of the mail, as text and as HTML.
 * @param messageId with angle brackets
 */
export async function composeLetter(
	letter: Letter,
	messageId: string,
	sending: SendingSettings,
): Promise<Buffer> {
	const { style } = sending;
	const thread = boundedThread(letter.thread);
	const subject = headerText(letter.subject);
	const text = letter.text.toWellFormed().replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim();
	const footer = [style.organisation, style.department, style.signature].filter(Boolean).join('\n');
	const composer = new MailComposer({
		from: { name: headerText(letter.from.name), address: letter.from.address },
		to: letter.to,
		replyTo:
			sending.replyToWithReference && letter.reference
				? plusAddress(letter.from.address, letter.reference)
				: undefined,
		subject,
		text: footer ? `${text}\n\n${footer}` : text,
		html: letter.html || letterHtml(bareSubject(subject).subject, text, footer, style),
		messageId,
		inReplyTo: thread.at(-1),
		references: thread,
		headers: {
			'Auto-Submitted': letter.kind,
			// Exchange answers Auto-Submitted mail all the same unless it is asked not to.
			'X-Auto-Response-Suppress': 'All',
			[OWN_HEADER]: letter.kind,
		},
		attachments: letter.files.map(({ name, contentType, content }) => ({
			filename: headerText(name) || 'bijlage',
			contentType,
			content,
		})),
		// What is sent is what stands here: a text that names a file or address must not be fetched.
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return await composer.compile().build();
}

/** A subject stays readable, and its mark whole, when a customer's own subject is very long. */
const MAX_OWN_SUBJECT = 200;

/** `Re: onderwerp [R-2026-000123]`: mail programs and people find the conversation by it. */
export const replySubject = (subject: string, reference: string | null): string =>
	markedSubject('Re', subject, reference);

/** `Fw: onderwerp [R-2026-000123]`. */
export const forwardSubject = (subject: string, reference: string | null): string =>
	markedSubject('Fw', subject, reference);

function markedSubject(prefix: string, subject: string, reference: string | null): string {
	const bare = headerText(bareSubject(subject).subject, MAX_OWN_SUBJECT);
	const mark = reference && !bare.includes(reference) ? ` [${reference}]` : '';
	return `${prefix}: ${bare || 'uw bericht'}${mark}`;
}
