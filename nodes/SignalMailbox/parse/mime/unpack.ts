import { mailInMemory } from '../../raw-mail';
import { MailHeaders } from './headers';
import { allParts, bytesOf, isMessageText, isSignedOrEncrypted, isTnef } from './parts';
import { readMime, type MimeOptions, type Part } from './read-mime';
import { signedContent } from './signed';
import { readTnef, type TnefContent } from './tnef';

/**
 * Replaces what mail programs wrap a whole message in (winmail.dat, an opaque S/MIME signature) by what is
 * in it. What cannot be opened stays as the file it is, and so does what comes after the last part that may be
 * read of the mail.
 *
 * @returns what a reader must know about it, in Dutch
 */
export async function unpack(root: Part, options: MimeOptions): Promise<string[]> {
	const { budget } = options;
	const notes: string[] = [];
	const hasText = [...allParts(root)].some((part) => isMessageText(part) && (part.content?.size ?? 0) > 0);
	for (const part of [...allParts(root)]) {
		if (!part.content?.complete || !(isTnef(part) || isSignedOrEncrypted(part))) continue;
		if (budget.partsLeft === 0) {
			budget.tooManyParts();
			break;
		}
		if (isTnef(part)) {
			const tnef = readTnef(await bytesOf(part), budget.partsLeft);
			if (tnef) replace(part, await tnefParts(tnef, !hasText, options));
			else notes.push('winmail.dat kon niet worden geopend en is als bestand bewaard');
			if (tnef?.rtf && !hasText && tnef.text + tnef.html === '') notes.push(RTF_ONLY);
		} else {
			const signed = signedContent(await bytesOf(part));
			const inner = signed && (await readMime(mailInMemory(signed), options));
			if (inner) replace(part, [inner]);
			else notes.push(ENCRYPTED);
		}
	}
	if (root.contentType === 'multipart/encrypted') notes.push(ENCRYPTED);
	return notes;
}

/** The note on a mail that only its receiver's key can open. */
const ENCRYPTED = 'de mail is versleuteld en kan hier niet worden gelezen';

const RTF_ONLY = 'de tekst staat als RTF in winmail.dat en kan hier niet worden gelezen';

function replace(part: Part, children: Part[]): void {
	Object.assign(part, { contentType: 'multipart/mixed', content: undefined, filename: '', children });
}

async function tnefParts(
	tnef: TnefContent,
	withText: boolean,
	{ spool, keep, budget }: MimeOptions,
): Promise<Part[]> {
	const parts: Part[] = [];
	const add = async (contentType: string, filename: string, content: Buffer): Promise<void> => {
		if (budget.partsLeft === 0) return budget.tooManyParts();
		budget.takeParts(1);
		const part: Part = {
			contentType,
			headers: new MailHeaders([]),
			charset: 'utf-8',
			disposition: filename === '' ? '' : 'attachment',
			filename,
			flowed: false,
			delSp: false,
			children: [],
		};
		part.content = await spool.store(chunksOf(content), keep(part));
		parts.push(part);
	};
	if (withText && tnef.text) await add('text/plain', '', Buffer.from(tnef.text));
	else if (withText && tnef.html) await add('text/html', '', Buffer.from(tnef.html));
	for (const { name, contentType, content } of tnef.files) await add(contentType, name || 'bijlage', content);
	if (tnef.moreFiles) budget.tooManyParts();
	return parts;
}

async function* chunksOf(content: Buffer): AsyncGenerator<Buffer> {
	yield content;
}
