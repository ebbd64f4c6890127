import { mailInMemory } from '../../raw-mail';
import type { ReadLimits } from '../limits';
import { MailHeaders } from './headers';
import { allParts, bytesOf, isMessageText, isSignedOrEncrypted, isTnef } from './parts';
import { readMime, type KeepBytes, type Part } from './read-mime';
import { signedContent } from './signed';
import type { Spool } from './spool';
import { readTnef, type TnefContent } from './tnef';

export interface Unpacker {
	spool: Spool;
	limits: ReadLimits;
	keep: KeepBytes;
}

/**
 * Replaces what mail programs wrap a whole message in (winmail.dat, an opaque S/MIME signature) by what is
 * in it. What cannot be opened stays as the file it is.
 *
 * @returns what a reader must know about it, in Dutch
 */
export async function unpack(root: Part, unpacker: Unpacker): Promise<string[]> {
	const notes: string[] = [];
	const hasText = [...allParts(root)].some((part) => isMessageText(part) && (part.content?.size ?? 0) > 0);
	for (const part of [...allParts(root)]) {
		if (!part.content?.complete) continue;
		if (isTnef(part)) {
			const tnef = readTnef(await bytesOf(part));
			if (tnef) await replace(part, await tnefParts(tnef, !hasText, unpacker));
			else notes.push('winmail.dat kon niet worden geopend en is als bestand bewaard');
			if (tnef?.rtf && !hasText && tnef.text + tnef.html === '') notes.push(RTF_ONLY);
		} else if (isSignedOrEncrypted(part)) {
			const signed = signedContent(await bytesOf(part));
			const { spool, limits, keep } = unpacker;
			const inner = signed && (await readMime(mailInMemory(signed), spool, limits, keep));
			if (inner) await replace(part, [inner.root]);
			else notes.push(ENCRYPTED);
		}
	}
	if (root.contentType === 'multipart/encrypted') notes.push(ENCRYPTED);
	return notes;
}

/** The note on a mail that only its receiver's key can open. */
const ENCRYPTED = 'de mail is versleuteld en kan hier niet worden gelezen';

const RTF_ONLY = 'de tekst staat als RTF in winmail.dat en kan hier niet worden gelezen';

async function replace(part: Part, children: Part[]): Promise<void> {
	Object.assign(part, { contentType: 'multipart/mixed', content: undefined, filename: '', children });
}

async function tnefParts(tnef: TnefContent, withText: boolean, { spool, keep }: Unpacker): Promise<Part[]> {
	const make = async (contentType: string, filename: string, content: Buffer): Promise<Part> => {
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
		return part;
	};
	const parts: Part[] = [];
	if (withText && tnef.text) parts.push(await make('text/plain', '', Buffer.from(tnef.text)));
	else if (withText && tnef.html) parts.push(await make('text/html', '', Buffer.from(tnef.html)));
	for (const { name, contentType, content } of tnef.files) {
		parts.push(await make(contentType, name || 'bijlage', content));
	}
	return parts;
}

async function* chunksOf(content: Buffer): AsyncGenerator<Buffer> {
	yield content;
}
