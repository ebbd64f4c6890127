import type { Signal } from '../../shared/domain/signal';
import { dutchMoment } from '../../shared/domain/working-time/dutch-moment';
import { MailboxError } from '../mailbox-error';
import { forwardSubject, type LetterFile } from './letter';
import { sendNotice, type Notice } from './notice';
import type { Delivery } from './send-once';

/** Gives the bytes of a binary property of the item, or null when the item has none of that name. */
export type ReadFile = (property: string) => Promise<Buffer | null>;

export interface Forward extends Omit<Notice, 'subject' | 'reference' | 'files'> {
	signal: Signal;
	/** `inline`: the words of the customer in the mail, with his attachments; `original`: the mail itself as one file. */
	include: 'inline' | 'original';
	/** The item's binary property that holds the source of the mail. */
	originalProperty: string;
	/** Bytes, all files together; what does not fit is named in the mail. */
	maxFileBytes: number;
	readFile: ReadFile;
}

/** Sends a signal on to a supplier or colleague, at most once for its key. */
export async function forward({
	signal,
	include,
	originalProperty,
	maxFileBytes,
	readFile,
	...notice
}: Forward): Promise<Delivery> {
	const all =
		include === 'original' ? [await original(originalProperty, readFile)] : await attached(signal, readFile);
	const { files, leftOut } = fitting(all, maxFileBytes);
	const parts = [notice.text, include === 'inline' ? inline(signal) : '', leftOut];
	return await sendNotice({
		...notice,
		subject: forwardSubject(signal.subject, signal.reference),
		text: parts.filter(Boolean).join('\n\n'),
		reference: signal.reference,
		files,
	});
}

async function original(property: string, readFile: ReadFile): Promise<FileToSend> {
	const content = await readFile(property);
	if (content) return { name: 'bericht.eml', contentType: 'message/rfc822', content };
	throw new MailboxError(
		`The item has no binary property "${property}" with the original mail`,
		'Choose Text and Attachments, or give the property that the trigger keeps the source of the mail under.',
	);
}

/** A file of the signal; `content` is null when it was left in the mailbox. */
type FileToSend = Omit<LetterFile, 'content'> & { content: Buffer | null };

async function attached({ attachments }: Signal, readFile: ReadFile): Promise<FileToSend[]> {
	return await Promise.all(
		attachments.map(async ({ name, contentType, binaryKey }) => ({
			name,
			contentType,
			content: binaryKey ? await readFile(binaryKey) : null,
		})),
	);
}

/** As many files as fit, in order, and a line that names the others. */
function fitting(all: readonly FileToSend[], maxBytes: number): { files: LetterFile[]; leftOut: string } {
	const files: LetterFile[] = [];
	const names: string[] = [];
	let bytes = 0;
	for (const { content, ...file } of all) {
		if (content && bytes + content.length <= maxBytes) {
			bytes += content.length;
			files.push({ ...file, content });
		} else names.push(file.name);
	}
	const leftOut =
		names.length > 0 ? `Niet meegestuurd, vraag zo nodig om deze bijlagen: ${names.join(', ')}` : '';
	return { files, leftOut };
}

function inline({ customer, source, subject, text }: Signal): string {
	const from = [customer.name, customer.email && `<${customer.email}>`].filter(Boolean).join(' ');
	const head = [
		`Van: ${from || 'niet bekend'}`,
		`Ontvangen: ${dutchMoment(source.receivedAt)}`,
		`Onderwerp: ${subject || '(geen)'}`,
	];
	return `${head.join('\n')}\n\n${text.replace(/^/gm, '> ')}`;
}
