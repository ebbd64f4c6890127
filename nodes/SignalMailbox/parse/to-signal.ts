import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { mailSourceKey, signalId } from '../../shared/domain/source-key';
import { NO_FLAGS, type Signal, type SignalFlags } from '../../shared/domain/signal';
import { splitQuotedText } from '../../shared/text/quoted-history';
import { splitSignature } from '../../shared/text/small-print';
import type { FetchedMail, RawMail } from '../fetched-mail';
import { clean } from './clean';
import { customerOf, toCustomer } from './customer';
import { bounceOf } from './flags/bounce';
import { mailFlags } from './flags/flags';
import { forwardedMail, type Forwarded } from './forward';
import { languageOf } from './language';
import { DEFAULT_LIMITS, type ReadLimits } from './limits';
import { mailContent } from './mail-content';
import { looksLikeMail, parseMailSource, type ParsedMail } from './mail-source';
import { mentionsOf } from './mentions';
import { decodeText } from './mime/charset';
import { Spool } from './mime/spool';

/** Where a mail was found, and who we are. */
export interface MailboxContext {
	folder: string;
	/** Null where the source has none. */
	uidValidity: string | null;
	/** Shown to people as where the signal came from. */
	mailbox: string;
	/** Addresses of this mailbox, in lower case. */
	ownAddresses: readonly string[];
	/** False: files stay in the source. */
	keepFiles: boolean;
	/**
	 * Domains of colleagues, in lower case: of a mail that they forward, the customer is who wrote first.
	 * Left out: the domains of `ownAddresses`, or everybody where there are none.
	 */
	colleagueDomains?: readonly string[];
	/** What one mail may cost; what is left out is as in `DEFAULT_LIMITS`. */
	limits?: Partial<ReadLimits>;
	/** What a source without UIDs calls this mail; it is known by that when it cannot be read. */
	sourceId?: string;
}

/** A file that goes with the item, under its binary property. */
export interface SignalFile {
	key: string;
	name: string;
	contentType: string;
	/** Bytes. */
	size: number;
	/** Until `dispose`. */
	open(): Readable;
}

export interface ReadSignal {
	signal: Signal;
	/** The files of the mail, and last its source under `source`. */
	files: SignalFile[];
	/** Removes what was put aside; must be called when the files have been read. */
	dispose(): Promise<void>;
}

/** How much of its source stands for the text of a mail that cannot be read. */
const SOURCE_CHARACTERS = 20_000;
const SOURCE_FILE = { key: 'source', name: 'oorspronkelijk-bericht.eml', contentType: 'message/rfc822' };

/**
 * Makes the signal of a mail. Never throws for what is in the mail: what cannot be read says so, and the
 * source goes along as a file. Throws when the source or the disk cannot be read or written.
 */
export async function mailToSignal(mail: FetchedMail, context: MailboxContext): Promise<ReadSignal> {
	const { content } = mail;
	if (content.kind === 'unreadable') return unreadableSignal(mail, content.reason, context);
	const spool = new Spool();
	try {
		const limits = { ...DEFAULT_LIMITS, ...context.limits };
		const parsed = await parseMailSource(content.raw, { spool, limits, keepFiles: context.keepFiles });
		const read =
			!parsed || isUnusable(parsed)
				? await unparseableSignal(mail, content.raw, context)
				: parsedSignal(mail, content.raw, parsed, context);
		return { ...read, dispose: async () => await spool.dispose() };
	} catch (error) {
		await spool.dispose();
		throw error;
	}
}

/** Bytes that are no mail, or a mail from nobody that says nothing. */
const isUnusable = (mail: ParsedMail): boolean =>
	mail.from === null && (mail.text === '' || !looksLikeMail(mail));

function parsedSignal(
	mail: FetchedMail,
	raw: RawMail,
	parsed: ParsedMail,
	context: MailboxContext,
): Omit<ReadSignal, 'dispose'> {
	const own = context.ownAddresses;
	const flags = mailFlags(parsed, own);
	const split = splitQuotedText(parsed.text);
	const automatic = flags.autoReply || flags.bounce || flags.bulk || flags.loop;
	const forwarded = automatic ? null : forwardedMail(parsed, split, { own, domains: domainsOf(context) });
	const { text, signature } = splitSignature((forwarded?.mail ?? split).text);
	const files = parsed.files.map((file, index) => ({ ...file, key: `attachment_${index}` }));
	const isKept = (file: (typeof files)[number]) => context.keepFiles && file.content.complete;
	const signal = newSignal(mail, mailSourceKey(parsed.messageId, mailContent(parsed)), context, parsed);
	Object.assign(signal, {
		customer: forwarded ? toCustomer(forwarded.customer) : customerOf(parsed, own),
		subject: parsed.subject,
		text,
		signature,
		quotedText: quotedTextOf(parsed, split, forwarded),
		language: languageOf(`${parsed.subject}\n${text}`),
		attachments: files.map((file) => ({
			name: file.name,
			contentType: file.contentType,
			size: file.content.size,
			binaryKey: isKept(file) ? file.key : null,
			inline: file.inline,
		})),
		flags: withNotes(flags, parsed.notes),
	} satisfies Partial<Signal>);
	Object.assign(signal.source, sourceOf(parsed, flags, forwarded && forwardedByOf(parsed, split.text)));
	const kept = files.filter(isKept).map(({ content, ...file }) => ({
		key: file.key,
		name: file.name,
		contentType: file.contentType,
		size: content.size,
		open: () => content.open(),
	}));
	return { signal, files: [...kept, sourceFile(raw)] };
}

const sourceFile = (raw: RawMail): SignalFile => ({ ...SOURCE_FILE, size: raw.size, open: () => raw.open() });

function domainsOf({ colleagueDomains, ownAddresses }: MailboxContext): readonly string[] | null {
	if (colleagueDomains) return colleagueDomains;
	return ownAddresses.length > 0 ? ownAddresses.map((address) => address.split('@').at(-1)!) : null;
}

/** The remark of a forwarder and the header of what was forwarded stay above the history. */
function quotedTextOf(
	{ attachedMails }: ParsedMail,
	split: { text: string; quotedText: string },
	forwarded: Forwarded | null,
): string {
	if (forwarded) return [split.text, forwarded.mail.quotedText].filter(Boolean).join('\n\n');
	const attached = attachedMails.flatMap(({ subject, text }) => [subject, text]);
	return [split.quotedText, ...attached].filter(Boolean).join('\n\n');
}

const forwardedByOf = ({ from }: ParsedMail, remark: string): Signal['source']['forwardedBy'] => {
	const { name, email } = toCustomer(from);
	return email === null ? null : { name, email, remark };
};

function sourceOf(
	parsed: ParsedMail,
	flags: SignalFlags,
	forwardedBy: Signal['source']['forwardedBy'],
): Partial<Signal['source']> {
	const bounce = flags.bounce ? bounceOf(parsed) : null;
	const about = bounce?.originalMessageId ?? parsed.report?.originalMessageId;
	return {
		messageId: parsed.messageId,
		// What a bounce or receipt is about belongs to the conversation.
		thread: [...new Set([...parsed.thread, ...(about ? [about] : [])])],
		mentions: mentionsOf(parsed),
		forwardedBy,
		bounce,
	};
}

/** A part that could not be opened is named, also when the rest could be read and the flag is not set. */
const withNotes = (flags: SignalFlags, notes: readonly string[]): SignalFlags => ({
	...flags,
	reasons: [
		...flags.reasons,
		...notes
			.filter((note) => !flags.reasons.some(({ reason }) => reason === note))
			.map((reason) => ({ flag: 'unparseable' as const, reason })),
	],
});

/** The start of the source as text, and all of it as a file: somebody has to look at it. */
async function unparseableSignal(
	mail: FetchedMail,
	raw: RawMail,
	context: MailboxContext,
): Promise<Omit<ReadSignal, 'dispose'>> {
	const hash = createHash('sha256');
	const start: Buffer[] = [];
	let kept = 0;
	for await (const chunk of raw.open() as AsyncIterable<Buffer>) {
		hash.update(chunk);
		if (kept < SOURCE_CHARACTERS) start.push(chunk);
		kept += chunk.length;
	}
	const file = sourceFile(raw);
	const { key: binaryKey, name, contentType, size } = file;
	const signal = newSignal(mail, mailSourceKey(null, hash.digest('hex')), context);
	signal.text = clean(decodeText(Buffer.concat(start).subarray(0, SOURCE_CHARACTERS)));
	signal.attachments = [{ name, contentType, size, binaryKey, inline: false }];
	signal.flags = unparseable(raw.size === 0 ? 'het bestand is leeg' : 'dit is geen mail die te lezen is');
	return { signal, files: [file] };
}

const unparseable = (reason: string): SignalFlags => ({
	...NO_FLAGS,
	unparseable: true,
	reasons: [{ flag: 'unparseable', reason }],
});

/** The mail server does not give the mail; its place in the mailbox is all there is to know it by. */
function unreadableSignal(mail: FetchedMail, reason: string, context: MailboxContext): ReadSignal {
	const { mailbox, folder, uidValidity, sourceId } = context;
	const place = [mailbox, folder, uidValidity, sourceId ?? mail.uid].join('\n');
	const signal = newSignal(mail, mailSourceKey(null, place), context);
	signal.text = `Deze mail kon niet uit de postbus worden gehaald: ${reason}\nZoek de mail op in de postbus en lees hem daar.`;
	signal.flags = unparseable(`de mail kon niet uit de postbus worden gehaald: ${reason}`);
	return { signal, files: [], dispose: async () => undefined };
}

/** When the server received it, else when the mail says it was received or written, else now. */
function receivedAt(mail: FetchedMail, parsed?: ParsedMail): string {
	const stamps = [parsed?.headers.get('received').split(';').at(-1), parsed?.headers.get('date')];
	const dates = [mail.receivedAt, ...stamps.map((stamp) => new Date((stamp ?? '').trim()))];
	const valid = dates.find((date) => date && date.getTime() > 0 && date.getFullYear() < 10_000);
	return (valid ?? new Date()).toISOString();
}

function newSignal(
	mail: FetchedMail,
	key: string,
	{ mailbox, uidValidity }: MailboxContext,
	parsed?: ParsedMail,
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
			receivedAt: receivedAt(mail, parsed),
		},
		customer: { name: null, email: null, organisation: null },
		subject: '',
		text: '',
		signature: '',
		quotedText: '',
		language: null,
		attachments: [],
		flags: NO_FLAGS,
		classification: null,
		privacy: [],
		status: 'ontvangen',
		tickets: [],
		actions: [],
	};
}
