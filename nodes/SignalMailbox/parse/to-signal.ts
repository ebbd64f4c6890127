import { mailSourceKey, signalId } from '../../shared/domain/source-key';
import { customerSchema, NO_FLAGS, type Signal, type SignalFlags } from '../../shared/domain/signal';
import { splitQuotedText } from '../../shared/text/quoted-history';
import type { FetchedMail, MailFile } from '../imap/fetched-mail';
import { customerAddress, mailFlags } from './flags';
import { languageOf } from './language';
import { clean, looksLikeMail, parseMailSource, plainText, type ParsedMail } from './mail-source';

/** Where a mail was found, and who we are. */
export interface MailboxContext {
	folder: string;
	uidValidity: string;
	/** Shown to people as where the signal came from. */
	mailbox: string;
	/** Addresses of this mailbox, in lower case. */
	ownAddresses: readonly string[];
	/** False: files stay in the mailbox. */
	keepFiles: boolean;
}

/** A file of the mail that goes with the item, under its binary property. */
export interface SignalFile {
	key: string;
	name: string;
	contentType: string;
	content: Buffer;
}

export interface ReadSignal {
	signal: Signal;
	files: SignalFile[];
}

/** How much of its source stands for the text of a mail that cannot be read. */
const SOURCE_CHARACTERS = 20_000;

/** Makes the signal of a mail. Never throws for what is in the mail: what cannot be read says so. */
export async function mailToSignal(mail: FetchedMail, context: MailboxContext): Promise<ReadSignal> {
	const { content } = mail;
	if (content.kind === 'unreadable') return unreadableSignal(mail, content.reason, context);
	if (content.kind === 'whole') return await wholeSignal(mail, content.source, context);
	const parsed = await parseMailSource(content.header).catch(() => undefined);
	if (!parsed) return unparseableSignal(mail, content.header, context, { oversize: true });
	const { header, text, html, files } = content;
	const key = mailSourceKey(parsed.messageId, `${header.toString('latin1')}\n${mail.size}`);
	const whole = { ...parsed, text: plainText(text, html), files };
	return parsedSignal(mail, whole, key, { oversize: true }, context);
}

async function wholeSignal(mail: FetchedMail, source: Buffer, context: MailboxContext): Promise<ReadSignal> {
	const parsed = await parseMailSource(source).catch(() => undefined);
	if (!parsed || isUnusable(parsed)) return unparseableSignal(mail, source, context, {});
	return parsedSignal(mail, parsed, mailSourceKey(parsed.messageId, source), {}, context);
}

/** Bytes that are no mail, or a mail from nobody that says nothing. */
const isUnusable = (mail: ParsedMail): boolean =>
	!mail.from?.address.includes('@') && (mail.text === '' || !looksLikeMail(mail));

function parsedSignal(
	mail: FetchedMail,
	parsed: ParsedMail,
	key: string,
	flags: Partial<SignalFlags>,
	context: MailboxContext,
): ReadSignal {
	const { text, quotedText } = splitQuotedText(parsed.text);
	const kept = parsed.files.map((file, index) => ({ ...file, key: `attachment_${index}` }));
	const files = context.keepFiles ? kept.filter(hasContent) : [];
	const signal = newSignal(mail, key, context, {
		customer: customerOf(parsed),
		subject: parsed.subject,
		text,
		quotedText: [quotedText, parsed.attachedMailText].filter(Boolean).join('\n\n'),
		language: languageOf(`${parsed.subject}\n${text}`),
		attachments: kept.map(({ key: binaryKey, name, contentType, size, content }) => ({
			name,
			contentType,
			size,
			binaryKey: context.keepFiles && content ? binaryKey : null,
		})),
		flags: { ...NO_FLAGS, ...mailFlags(parsed, context.ownAddresses), ...flags },
	});
	signal.source.messageId = parsed.messageId;
	signal.source.thread = parsed.thread;
	return { signal, files };
}

const hasContent = <T extends MailFile>(file: T): file is T & { content: Buffer } => file.content !== null;

/** The start of the source as text, and all of it as a file: somebody has to look at it. */
function unparseableSignal(
	mail: FetchedMail,
	source: Buffer,
	context: MailboxContext,
	flags: Partial<SignalFlags>,
): ReadSignal {
	const file = { name: 'oorspronkelijk-bericht.eml', contentType: 'message/rfc822' };
	const signal = newSignal(mail, mailSourceKey(null, source), context, {
		text: clean(readable(source)).slice(0, SOURCE_CHARACTERS),
		attachments: [{ ...file, size: source.length, binaryKey: 'source' }],
		flags: { ...NO_FLAGS, ...flags, unparseable: true },
	});
	return { signal, files: [{ ...file, key: 'source', content: source }] };
}

/** The mail server does not give the mail; its place in the mailbox is all there is to know it by. */
function unreadableSignal(mail: FetchedMail, reason: string, context: MailboxContext): ReadSignal {
	const place = `${context.mailbox}\n${context.folder}\n${context.uidValidity}\n${mail.uid}`;
	const signal = newSignal(mail, mailSourceKey(null, place), context, {
		text: `Deze mail kon niet uit de postbus worden gehaald: ${reason}\nZoek de mail op in de postbus en lees hem daar.`,
		flags: { ...NO_FLAGS, unparseable: true },
	});
	return { signal, files: [] };
}

/** UTF-8 where it is that, else one character per byte. */
function readable(source: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(source);
	} catch {
		return new TextDecoder('windows-1252').decode(source);
	}
}

function customerOf(mail: ParsedMail): Signal['customer'] {
	const email = customerSchema.shape.email.safeParse(customerAddress(mail)?.trim().toLowerCase());
	return {
		name: clean(mail.from?.name ?? '') || null,
		email: email.success ? email.data : null,
		organisation: null,
	};
}

function newSignal(
	mail: FetchedMail,
	key: string,
	{ mailbox, uidValidity }: MailboxContext,
	read: Partial<Signal>,
): Signal {
	return {
		id: signalId(key),
		reference: null,
		source: {
			kind: 'mail',
			key,
			mailbox,
			messageId: null,
			uid: mail.uid,
			uidValidity,
			thread: [],
			mentions: [],
			forwardedBy: null,
			bounce: null,
			receivedAt: (mail.receivedAt ?? new Date()).toISOString(),
		},
		customer: { name: null, email: null, organisation: null },
		subject: '',
		text: '',
		quotedText: '',
		language: null,
		attachments: [],
		flags: NO_FLAGS,
		classification: null,
		privacy: [],
		status: 'ontvangen',
		tickets: [],
		actions: [],
		...read,
	};
}
