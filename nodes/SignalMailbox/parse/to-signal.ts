import type { Readable } from 'node:stream';
import { mailSourceKey } from '../../shared/domain/source-key';
import type { Signal, SignalFlags } from '../../shared/domain/signal';
import { bareSubject } from '../../shared/text/mail-text';
import { splitQuotedText, type SplitText } from '../../shared/text/quoted-history';
import { splitSignature } from '../../shared/text/small-print';
import type { FetchedMail, RawMail } from '../fetched-mail';
import { customerOf, toCustomer } from './customer';
import { bounceOf } from './flags/bounce';
import { mailFlags } from './flags/flags';
import { forwardedMail, type Forwarded } from './forward';
import { languageOf } from './language';
import { DEFAULT_LIMITS, type ReadLimits } from './limits';
import { mailContent } from './mail-content';
import { looksLikeMail, parseMailSource, type ParsedMail } from './mail-source';
import { mentionsOf } from './mentions';
import { Spool } from './mime/spool';
import { newSignal } from './new-signal';
import { sourceFile, unparseableSignal, unreadableSignal } from './unread-signal';

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
	 * Addresses or domains of colleagues, in lower case: of a mail that they forward, the customer is who wrote
	 * first. Left out: the domains of `ownAddresses`, or everybody where there are none. Where customers have
	 * the same domain, name the addresses.
	 */
	colleagues?: readonly string[];
	/** What one mail may cost; what is left out is as in `DEFAULT_LIMITS`. */
	limits?: Partial<ReadLimits>;
	/** Where large attachments are put aside while they are read; left out: the system's own folder for that. */
	temporaryFolder?: string;
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
	/** The same, where they are in memory. */
	bytes?: Buffer;
}

export interface ReadSignal {
	signal: Signal;
	/** The files of the mail, and last its source under `source`. */
	files: SignalFile[];
	/** Removes what was put aside; must be called when the files have been read. */
	dispose(): Promise<void>;
}

/**
 * Makes the signal of a mail. Never throws for what is in the mail: what cannot be read says so, and the
 * source goes along as a file. Throws when the source or the disk cannot be read or written.
 */
export async function mailToSignal(mail: FetchedMail, context: MailboxContext): Promise<ReadSignal> {
	const { content } = mail;
	if (content.kind === 'unreadable') return unreadableSignal(mail, content.reason, context);
	const spool = new Spool(context.temporaryFolder);
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
	const split = splitMail(parsed);
	const automatic = flags.autoReply || flags.bounce || flags.bulk || flags.loop;
	const forwarded = automatic
		? null
		: forwardedMail(parsed, split, { own, colleagues: colleaguesOf(context) });
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
		bytes: content.bytes,
		open: () => content.open(),
	}));
	return { signal, files: [...kept, sourceFile(raw)] };
}

/** What is new in a mail. One that answers or forwards nothing and begins with `Van: …` is a filled-in form. */
function splitMail({ text, subject, thread }: ParsedMail): SplitText {
	const split = splitQuotedText(text);
	const { replies, forwards } = bareSubject(subject);
	const isFirst = thread.length === 0 && replies + forwards === 0 && /^\*?\p{L}+\*?:/u.test(split.quotedText);
	return split.text === '' && isFirst ? { text, quotedText: '' } : split;
}

function colleaguesOf({ colleagues, ownAddresses }: MailboxContext): readonly string[] | null {
	if (colleagues) return colleagues;
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
