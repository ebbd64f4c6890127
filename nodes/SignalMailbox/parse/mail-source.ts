import { cleanFileName } from '../../shared/text/file-name';
import type { RawMail } from '../fetched-mail';
import { mailInMemory } from '../raw-mail';
import { readCalendar, type CalendarPart } from './calendar';
import { clean } from './clean';
import type { ReadLimits } from './limits';
import type { Mailbox, MailHeaders } from './mime/headers';
import {
	bytesOf,
	fileParts,
	isAttachedMail,
	isCalendar,
	isMessageText,
	isReportData,
	isSignedOrEncrypted,
	isTnef,
	messageText,
	shownImages,
} from './mime/parts';
import { readMime, type Part } from './mime/read-mime';
import type { Spool, Stored } from './mime/spool';
import { unpack } from './mime/unpack';
import { ReadBudget } from './read-budget';
import { readReport, type MailReport } from './report';

/** A file in a mail. */
export interface MailFile {
	/** Safe to save under. */
	name: string;
	contentType: string;
	/** Whether it is an image that the message shows in its text, such as a logo. */
	inline: boolean;
	content: Stored;
}

/** A mail in terms of its content, whatever it looked like on the wire. */
export interface ParsedMail {
	headers: MailHeaders;
	/** Who wrote it; null when no header has a readable address. */
	from: Mailbox | null;
	replyTo: Mailbox | null;
	subject: string;
	/** As plain text, also when the mail was HTML only. */
	text: string;
	/** Mails that were attached to this one. */
	attachedMails: ParsedMail[];
	/** With its angle brackets. */
	messageId: string | null;
	/** Message-IDs of the conversation, oldest first. */
	thread: string[];
	files: MailFile[];
	report: MailReport | null;
	calendar: CalendarPart | null;
	/** What was left in the source because it is too large, in Dutch. */
	oversize: string[];
	/** Which parts could not be opened, in Dutch. */
	notes: string[];
}

/** A header that no mail program leaves out; without any of them it is no mail but bytes. */
const MAIL_HEADERS = ['from', 'to', 'date', 'subject', 'message-id', 'received', 'content-type'];

/** Whether anything in it says that it is a mail: a header that mail has. */
export const looksLikeMail = ({ headers }: ParsedMail): boolean =>
	MAIL_HEADERS.some((name) => headers.has(name));

export interface ReadOptions {
	spool: Spool;
	limits: ReadLimits;
	/** False: files stay in the source. */
	keepFiles: boolean;
}

/**
 * Reads the source of a mail. Null when it has no header at all. Throws only what the source or the
 * disk throws.
 *
 * @param depth how many mails this one lies in
 * @param budget that of the outermost mail
 */
export async function parseMailSource(
	raw: RawMail,
	options: ReadOptions,
	depth = 0,
	budget = new ReadBudget(options.limits),
): Promise<ParsedMail | null> {
	const { spool, limits } = options;
	const tooLarge = raw.size > limits.mailBytes;
	const withFiles = options.keepFiles && !tooLarge;
	const keep = (part: Part): number => {
		if (isMessageText(part)) return limits.textBytes;
		const toUnpack = [isAttachedMail, isCalendar, isReportData, isTnef, isSignedOrEncrypted];
		if (toUnpack.some((is) => is(part))) return limits.unpackBytes;
		return withFiles ? limits.attachmentBytes : 0;
	};
	const mime = { spool, limits, keep, budget };
	const root = await readMime(raw, mime);
	if (!root) return null;
	const notes = await unpack(root, mime);
	const calendar = await readCalendar(root);
	const text = (await messageText(root, budget)) || budget.takeText(calendar?.text ?? '');
	const attached = await attachedMails(root, options, depth, budget);
	const files = await filesOf(root, attached);
	const { headers } = root;
	return {
		headers,
		from: writerOf(headers),
		replyTo: headers.mailboxes('reply-to')[0] ?? null,
		subject: headers.text('subject'),
		text,
		attachedMails: [...attached.values()],
		messageId:
			headers.messageIds('message-id')[0] ?? (clean(headers.get('message-id')).slice(0, 500) || null),
		thread: [...new Set([...headers.messageIds('references'), ...headers.messageIds('in-reply-to')])],
		files,
		report: root.contentType === 'multipart/report' ? await readReport(root) : null,
		calendar,
		oversize: [
			...budget.reasons,
			...(tooLarge ? [`de mail is ${megabytes(raw.size)} groot`] : []),
			...(withFiles ? files.filter(({ content }) => !content.complete).map(tooLargeFile) : []),
		],
		notes,
	};
}

const megabytes = (bytes: number): string => `${(bytes / (1024 * 1024)).toFixed(1).replace('.', ',')} MB`;

const tooLargeFile = ({ name, content }: MailFile): string =>
	`bijlage ${name} is ${megabytes(content.size)} groot en staat alleen in het oorspronkelijke bericht`;

/** The writer; where a broken mail has no From, the next best header (RFC 5322, 3.6.2). */
function writerOf(headers: MailHeaders): Mailbox | null {
	for (const name of ['from', 'sender', 'resent-from', 'reply-to', 'return-path', 'x-sender']) {
		const [first] = headers.mailboxes(name);
		if (first) return first;
	}
	return null;
}

async function filesOf(root: Part, attached: ReadonlyMap<Part, ParsedMail>): Promise<MailFile[]> {
	const shown = await shownImages(root);
	return fileParts(root).map((part, index) => {
		const id = part.headers.get('content-id').replace(/^<|>$/g, '');
		const extension = isAttachedMail(part) ? '.eml' : '';
		const subject = attached.get(part)?.subject;
		return {
			name: cleanFileName(
				part.filename || (subject ? `${subject}${extension}` : ''),
				`bijlage-${index + 1}${extension}`,
			),
			contentType: part.contentType,
			inline: part.contentType.startsWith('image/') && id !== '' && shown.has(id),
			content: part.content!,
		};
	});
}

/** More attached mails than anybody reads are only kept as files. */
const MOST_ATTACHED_MAILS = 10;

async function attachedMails(
	root: Part,
	options: ReadOptions,
	depth: number,
	budget: ReadBudget,
): Promise<ReadonlyMap<Part, ParsedMail>> {
	const mails = new Map<Part, ParsedMail>();
	if (depth >= options.limits.depth) return mails;
	const attached = fileParts(root).filter((part) => isAttachedMail(part) && part.content?.complete);
	for (const part of attached.slice(0, MOST_ATTACHED_MAILS)) {
		const raw = mailInMemory(await bytesOf(part));
		const mail = await parseMailSource(raw, { ...options, keepFiles: false }, depth + 1, budget);
		if (mail) mails.set(part, mail);
	}
	return mails;
}
