import type { ParsedMail } from '../mail-source';

/** How mail programs begin the subject of their automatic answers. */
const AUTOMATIC_SUBJECT =
	/^(automatisch(e)? (antwoord|reactie|beantwoording|bericht)|automatic (reply|response)|auto[- ]?(reply|response)|autoantwoord|out[- ]of[- ](the[- ])?office|afwezigheids(bericht|melding|assistent)|absence notice|abwesenheitsnotiz|automatische antwort|réponse automatique)(?<rest>.*)$/i;
/** What follows it: the subject that was answered, or nothing. A person goes on with words. */
const ANSWERED = /^$|^[:;([-]|^(re|van|from)\b/i;
/** Subjects that a person may write as well: they count only where the headers agree. */
const ABSENT_SUBJECT =
	/^((ik ben )?(momenteel |tijdelijk )?(afwezig|niet aanwezig)\s*(:|tot\b|van\b|vanaf\b|t\/m\b|$)|vakantie\s*:|on (leave|holiday)\b|i am out\b)/i;
const RECEIPT_SUBJECT =
	/^(gelezen|niet gelezen|verwijderd zonder te zijn gelezen|read|not read|deleted|leesbevestiging|return receipt)\s*:/i;
const RECEIPT_TEXT =
	/(bericht|message)[\s\S]{0,300}\b(is|werd|was|zonder)\b.{0,40}\b(gelezen|weergegeven|geopend|verwijderd|read|displayed|deleted)\b/i;
const CALENDAR_SUBJECT =
	/^(geaccepteerd|geweigerd|voorlopig( geaccepteerd)?|nieuwe tijd voorgesteld|accepted|declined|tentative(ly accepted)?|new time proposed)\s*:/i;
const MARKS = [
	'x-autoreply',
	'x-autorespond',
	'x-autoresponse',
	'x-auto-reply',
	'x-autoreply-from',
	'x-mail-autoreply',
];

/** Why nobody wrote this mail by hand, in Dutch; undefined when somebody did (RFC 3834, and what mailers did before it). */
export function whyAutoReply(mail: ParsedMail): string | undefined {
	return whyByHeaders(mail) ?? whyReceipt(mail) ?? whyCalendar(mail) ?? whyBySubject(mail);
}

function whyByHeaders({ headers }: ParsedMail): string | undefined {
	const autoSubmitted = headers.token('auto-submitted');
	if (autoSubmitted !== '' && !/^no\b/.test(autoSubmitted)) {
		return `automatisch verstuurd (Auto-Submitted: ${autoSubmitted.slice(0, 60)})`;
	}
	const mark = MARKS.find((name) => headers.has(name) && !/^(no|false)$/.test(headers.token(name)));
	if (mark) return `automatisch antwoord (kop ${mark})`;
	const precedence = headers.token('precedence') || headers.token('x-precedence');
	if (/^auto[_-]?reply/.test(precedence)) return 'automatisch antwoord (Precedence: auto_reply)';
	// Delivered without a return address (RFC 3834, 4): nobody expects an answer to it.
	return isWithoutReturn(headers) ? 'verstuurd zonder retouradres, zoals machines doen' : undefined;
}

/** `Return-Path: <>`, as delivery reports and automatic answers have it. */
export const isWithoutReturn = (headers: ParsedMail['headers']): boolean =>
	/^<\s*>$/.test(headers.get('return-path'));

function whyReceipt({ report, subject, text, headers }: ParsedMail): string | undefined {
	if (report?.kind === 'receipt') return 'leesbevestiging (RFC 8098)';
	if (report?.kind === 'delivery') return 'ontvangstbevestiging van een mailserver';
	// Such as a complaint about spam (RFC 5965).
	if (headers.token('content-type').startsWith('multipart/report')) return 'rapport van een mailserver';
	return RECEIPT_SUBJECT.test(subject) && RECEIPT_TEXT.test(text.slice(0, 2000))
		? 'leesbevestiging'
		: undefined;
}

function whyCalendar({ calendar, subject, text, headers }: ParsedMail): string | undefined {
	if (calendar && /^(REPLY|COUNTER)$/.test(calendar.method))
		return 'antwoord op een uitnodiging uit een agenda';
	const exchange = headers.token('content-class').includes('calendarmessage');
	if (!CALENDAR_SUBJECT.test(subject)) return undefined;
	return exchange || text.trim() === '' ? 'antwoord op een uitnodiging uit een agenda' : undefined;
}

function whyBySubject({ headers, subject, thread }: ParsedMail): string | undefined {
	// Exchange puts X-Auto-Response-Suppress on ordinary mail too, so it only counts beside such a subject.
	const answers = thread.length > 0 || headers.has('x-auto-response-suppress');
	const rest = AUTOMATIC_SUBJECT.exec(subject)?.groups?.rest?.trimStart();
	if (rest !== undefined && (answers || ANSWERED.test(rest))) {
		return 'het onderwerp is dat van een automatisch antwoord';
	}
	return ABSENT_SUBJECT.test(subject) && answers ? 'afwezigheidsbericht' : undefined;
}
