import { buffer } from 'node:stream/consumers';
import libmime from 'libmime';
import { clean } from '../clean';
import { htmlToText, saysNothing } from '../html-text';
import type { ReadBudget } from '../read-budget';
import { decodeCutText } from './charset';
import type { Part } from './read-mime';

/** Signatures and the like, which no reader ever opens. */
const NOISE = /^application\/((x-)?pkcs7-signature|pgp-signature|pgp-keys|pgp-encrypted|applefile)$/;
/** What says the same as the text again, for a calendar, a watch or another reader. */
const OTHER_FORM = /^text\/(calendar|x-amp-html|watch-html|enriched|richtext)$/;

/** The part and all below it, in order. */
export function* allParts(part: Part): Generator<Part> {
	yield part;
	for (const child of part.children) yield* allParts(child);
}

/** Whether a part is what somebody reads as the message, and not a file. */
export const isMessageText = ({ contentType, disposition, filename }: Part): boolean =>
	/^text\/(plain|html)$/.test(contentType) && disposition !== 'attachment' && filename === '';

export const isAttachedMail = ({ contentType }: Part): boolean => contentType === 'message/rfc822';

export const isCalendar = ({ contentType }: Part): boolean => contentType === 'text/calendar';

export const isTnef = ({ contentType, filename }: Part): boolean =>
	/^application\/(vnd\.)?ms-tnef$/.test(contentType) || /^winmail\.dat$/i.test(filename);

export const isSignedOrEncrypted = ({ contentType }: Part): boolean =>
	/^application\/(x-)?pkcs7-mime$/.test(contentType);

/** Parts that tell a machine something, in a delivery report or read receipt. */
export const isReportData = ({ contentType }: Part): boolean =>
	/^message\/(global-)?(delivery-status|disposition-notification|headers)$|^text\/rfc822-headers$/.test(
		contentType,
	);

/** Decoded bytes of a leaf, as far as they were kept. */
export const bytesOf = async ({ content }: Part): Promise<Buffer> =>
	content ? (content.bytes ?? (await buffer(content.open()))) : Buffer.alloc(0);

/** Text of a leaf in its character set, of at most so many bytes. */
export async function textOf(part: Part, mostBytes = Infinity): Promise<string> {
	const bytes = await bytesOf(part);
	const cut = part.content?.complete === false || bytes.length > mostBytes;
	const text = decodeCutText(bytes.subarray(0, mostBytes), part.charset, cut);
	return part.flowed ? libmime.decodeFlowed(text, part.delSp) : text;
}

/** Files of a mail: every leaf that is neither its message nor meant for machines only. */
export function fileParts(part: Part): Part[] {
	if (part.content) return isFile(part) ? [part] : [];
	return messageParts(part).flatMap(fileParts);
}

function isFile(part: Part): boolean {
	if (isMessageText(part) || NOISE.test(part.contentType)) return false;
	return !OTHER_FORM.test(part.contentType) || part.filename !== '' || part.disposition === 'attachment';
}

/** Where Outlook leaves out an image in its plain text. */
const IMAGE_PLACE = /\[cid:[^[\]\s]{1,200}\]/g;

/** The message of a mail as plain text. Of alternatives the plain one is taken, unless it says nothing. */
export const messageText = async (root: Part, budget: ReadBudget): Promise<string> =>
	joined(await messageTexts([root], budget));

/** The texts of which the message consists, in order. */
async function messageTexts(parts: readonly Part[], budget: ReadBudget): Promise<string[]> {
	const texts: string[] = [];
	for (const part of parts) {
		if (part.content) texts.push(await leafText(part, budget));
		else if (part.contentType === 'multipart/alternative') texts.push(await alternative(part, budget));
		else texts.push(...(await messageTexts(messageParts(part), budget)));
	}
	return texts.filter(Boolean);
}

/** Of a report only the first part is for people. */
const messageParts = ({ contentType, children }: Part): Part[] =>
	contentType === 'multipart/report' ? children.slice(0, 1) : children;

async function leafText(part: Part, budget: ReadBudget): Promise<string> {
	if (!isMessageText(part)) return '';
	const source = budget.textLeft > 0 ? await textOf(part, budget.textLeft) : '';
	const text = part.contentType === 'text/html' ? htmlToText(source) : clean(source.replace(IMAGE_PLACE, ''));
	return budget.takeText(text, part.content!.size);
}

async function alternative({ children }: Part, budget: ReadBudget): Promise<string> {
	const isHtml = (child: Part) => [...allParts(child)].some(({ contentType }) => contentType === 'text/html');
	const plain = joined(
		await messageTexts(
			children.filter((child) => !isHtml(child)),
			budget,
		),
	);
	if (!saysNothing(plain)) return plain;
	const html = children.flatMap((child) => [...allParts(child)]).find(isHtmlMessage);
	const read = html?.content ? await leafText(html, budget) : '';
	return read.length > plain.length ? read : plain;
}

const isHtmlMessage = (part: Part): boolean => part.contentType === 'text/html' && isMessageText(part);

/** Each text once: some mailers send the text and its HTML as if they were two messages. */
function joined(texts: readonly string[]): string {
	if (texts.length < 2) return texts[0] ?? '';
	const byWords = new Map<string, string>();
	for (const text of texts) {
		const words = text.replace(/\s+/g, '');
		if (!byWords.has(words)) byWords.set(words, text);
	}
	return [...byWords.values()].join('\n\n');
}

/** Content-IDs of images that the HTML shows in its text. */
export async function shownImages(root: Part): Promise<ReadonlySet<string>> {
	const shown = new Set<string>();
	for (const part of allParts(root)) {
		if (!isHtmlMessage(part) || !part.content) continue;
		for (const [, id] of (await textOf(part)).matchAll(/cid:([^"'\s>)]{1,300})/gi)) shown.add(id!);
	}
	return shown;
}
