import type { ParsedMail } from './mail-source';

/**
 * What is the same in every copy of a mail, for `mailSourceKey`: subject, message and files. Not in it are
 * the headers that every server on the way adds, how the mail was encoded, and how white space fell; a copy
 * through another alias or a second delivery so has the same. Without a Message-ID the sender and the date
 * the mail gives itself count too, because people do send the same words twice.
 */
export function mailContent(mail: ParsedMail): string {
	const words = (text: string) => text.normalize('NFC').split(/\s+/).filter(Boolean).join(' ');
	const files = mail.files.map(({ content }) => content.sha256).sort();
	const origin = mail.messageId
		? []
		: [mail.from?.address.toLowerCase() ?? '', words(mail.headers.get('date'))];
	return JSON.stringify([words(mail.subject), words(mail.text), files, ...origin]);
}
