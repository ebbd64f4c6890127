import type { Bounce } from '../../../shared/domain/signal';
import type { ParsedMail } from '../mail-source';
import { isWithoutReturn } from './auto-reply';

const FAILURE_SUBJECT =
	/^(undeliver(able|ed)|(mail )?delivery (status notification|failure|has failed|failed|delayed)|returned mail|failure notice|mail system error|warning: message .{1,60}delayed|onbestelbaar|niet bezorgd|bezorging mislukt|bericht niet bezorgd|(uw )?bericht kon niet worden bezorgd|vertraagd\s*:|unzustellbar)/i;
const DAEMON = /^(mailer-daemon|microsoftexchange[0-9a-f]{8,})(@|$)/;
/** Of servers that do not follow RFC 3464: they go on trying. */
const DELAY_SUBJECT = /^((mail )?delivery delayed|warning: message .{1,60}delayed|vertraagd\s*:)/i;
/** What delivery reports are about that did not fail (RFC 3464, 2.3.3). */
const DELIVERED = /^(delivered|relayed|expanded)/;

/** Why this mail is a report that a mail could not be delivered, in Dutch; undefined when it is not. */
export function whyBounce({ report, from, subject, headers }: ParsedMail): string | undefined {
	if (report?.kind === 'receipt') return undefined;
	if (report?.kind === 'delivery') {
		if (DELIVERED.test(report.action)) return undefined;
		const whom = report.recipients.join(', ') || 'de ontvanger';
		const status = report.status ? ` (${report.status})` : '';
		return report.action === 'delayed'
			? `bezorging aan ${whom} is vertraagd${status}`
			: `niet bezorgd aan ${whom}${status}`;
	}
	const sender = from?.address.toLowerCase() ?? '';
	if (headers.has('x-failed-recipients')) return `niet bezorgd aan ${headers.get('x-failed-recipients')}`;
	const failed = FAILURE_SUBJECT.test(subject);
	if (DAEMON.test(sender)) return 'bericht van de postbode van een mailserver (mailer-daemon)';
	if (failed && (/^postmaster(@|$)/.test(sender) || isWithoutReturn(headers))) {
		return 'het onderwerp en de afzender zijn die van een bericht over mislukte bezorging';
	}
	return undefined;
}

const ADDRESS = /[^\s<>:;,"()@]{1,200}@(?:[^\s<>:;,"()@.]{1,63}\.){1,10}[a-z]{2,20}/i;

/** What a bounce reports. For servers that do not follow RFC 3464 it is taken from headers and text. */
export function bounceOf({ report, headers, subject, text, thread, attachedMails }: ParsedMail): Bounce {
	const named = headers.get('x-failed-recipients').split(',');
	const told = named[0] ? named : [ADDRESS.exec(text.slice(0, 5_000))?.[0] ?? ''];
	const guessed = told.map((address) => address.trim().toLowerCase()).filter(Boolean);
	const status = /\b([245]\.\d{1,3}\.\d{1,3})\b/.exec(text.slice(0, 5_000))?.[1];
	const delayed = report ? report.action === 'delayed' : !named[0] && DELAY_SUBJECT.test(subject);
	return {
		action: delayed ? 'delayed' : 'failed',
		recipients: report && report.recipients.length > 0 ? report.recipients : guessed,
		status: report?.status || status || null,
		diagnostic: report?.diagnostic || null,
		originalMessageId:
			report?.originalMessageId ?? attachedMails[0]?.messageId ?? thread.at(-1) ?? idInText(text),
	};
}

/** Old servers put the header of the mail in their text. */
const idInText = (text: string): string | null =>
	/^message-id:\s{0,5}(<[^<>\s]{1,500}>)/im.exec(text.slice(0, 50_000))?.[1] ?? null;
