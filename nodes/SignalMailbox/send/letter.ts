import MailComposer from 'nodemailer/lib/mail-composer';
import { bareSubject } from '../../shared/text/mail-text';
import { OWN_HEADER } from '../own-mail';

/** A mail of ours, ready to be written down and sent. */
export interface Letter {
	/** Answers a mail, or was started by the workflow (RFC 3834, 5). */
	kind: 'auto-replied' | 'auto-generated';
	from: { name: string; address: string };
	to: string[];
	subject: string;
	text: string;
	/** With angle brackets; see `ownMessageId`. */
	messageId: string;
	/** Message-IDs of the conversation, oldest first; the last one is what this answers. */
	thread: string[];
}

/** The source of the mail. */
export async function composeLetter(letter: Letter): Promise<Buffer> {
	const composer = new MailComposer({
		from: letter.from,
		to: letter.to,
		subject: letter.subject,
		text: letter.text,
		messageId: letter.messageId,
		inReplyTo: letter.thread.at(-1),
		references: letter.thread,
		headers: {
			'Auto-Submitted': letter.kind,
			// Exchange answers Auto-Submitted mail all the same unless it is asked not to.
			'X-Auto-Response-Suppress': 'All',
			[OWN_HEADER]: letter.kind,
		},
	});
	return await composer.compile().build();
}

/** `Re: onderwerp [R-2026-000123]`: mail programs and people find the conversation by it. */
export function replySubject(subject: string, reference: string | null): string {
	const { subject: bare } = bareSubject(subject);
	const mark = reference && !bare.includes(reference) ? ` [${reference}]` : '';
	return `Re: ${bare || 'uw bericht'}${mark}`;
}
