import { buffer } from 'node:stream/consumers';
import libmime from 'libmime';
import { clean } from '../clean';
import { plainText } from '../html-text';
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

/** Text of a leaf in its character set. */
export async function textOf(part: Part): Promise<string> {
	const text = decodeCutText(await bytesOf(part), part.charset, part.content?.complete === false);
	return part.flowed ? libmime.decodeFlowed(text, part.delSp) : text;
}

/** Files of a mail: every leaf that is neither its message nor meant for machines only. */
export function fileParts(part: Part): Part[] {
	if (part.content) return isFile(part) ? [part] : [];
	const children = part.contentType === 'multipart/report' ? part.children.slice(0, 1) : part.children;
	return children.flatMap(fileParts);
}

function isFile(part: Part): boolean {
	if (isMessageText(part) || NOISE.test(part.contentType)) return false;
	return !OTHER_FORM.test(part.contentType) || part.filename !== '' || part.disposition === 'attachment';
}

/** Where Outlook leaves out an image in its plain text. */
const IMAGE_PLACE = /\[cid:[^[\]\s]{1,200}\]/g;

/** The message of a mail as plain text. Of alternatives the plain one is taken, unless it says nothing. */
export async function messageText(part: Part): Promise<string> {
	if (part.content) {
		if (!isMessageText(part)) return '';
		const text = await textOf(part);
		return part.contentType === 'text/html' ? plainText('', text) : clean(text.replace(IMAGE_PLACE, ''));
	}
	if (part.contentType === 'multipart/alternative') {
		const isHtml = (child: Part) =>
			[...allParts(child)].some(({ contentType }) => contentType === 'text/html');
		const plain = await joined(part.children.filter((child) => !isHtml(child)));
		const html = part.children.flatMap((child) => [...allParts(child)]).find(isHtmlMessage);
		return plainText(plain, html ? await textOf(html) : '');
	}
	return await joined(part.contentType === 'multipart/report' ? part.children.slice(0, 1) : part.children);
}

const isHtmlMessage = (part: Part): boolean => part.contentType === 'text/html' && isMessageText(part);

async function joined(parts: readonly Part[]): Promise<string> {
	const texts: string[] = [];
	for (const part of parts) {
		const text = await messageText(part);
		if (text !== '' && !texts.some((earlier) => sameWords(earlier, text))) texts.push(text);
	}
	return texts.join('\n\n');
}

/** Some mailers send the text and its HTML as if they were two messages. */
const sameWords = (one: string, other: string): boolean =>
	one.replace(/\s+/g, '') === other.replace(/\s+/g, '');

/** Content-IDs of images that the HTML shows in its text. */
export async function shownImages(root: Part): Promise<ReadonlySet<string>> {
	const shown = new Set<string>();
	for (const part of allParts(root)) {
		if (!isHtmlMessage(part) || !part.content) continue;
		for (const [, id] of (await textOf(part)).matchAll(/cid:([^"'\s>)]{1,300})/gi)) shown.add(id!);
	}
	return shown;
}
