import type { Files } from '../../shared/n8n/item-files';
import type { Archive } from '../../shared/storage/archive';

/** A mail file that goes in the archive: read again when it is its turn, so that one is in memory at a time. */
export interface SourceMail {
	property: string;
	fileName: string;
}

/** Headers end within this, or it is no mail. */
const MAX_HEADERS = 64 * 1024;

/** The Message-ID in the source of a mail; null when it has none. */
export function messageIdOf(content: Buffer): string | null {
	const [headers = ''] = content
		.subarray(0, MAX_HEADERS)
		.toString('latin1')
		.split(/\r?\n\r?\n/, 1);
	const line = headers
		.replace(/\r?\n[ \t]+/g, ' ')
		.split(/\r?\n/)
		.find((header) => /^message-id:/i.test(header));
	return /<[^<>\s]+>/.exec(line ?? '')?.[0] ?? null;
}

/** Mail files by the reference of the signal they are about; under null those of no signal that is known. */
export async function mailsBySignal(
	archive: Archive,
	files: Files,
	properties: readonly string[],
): Promise<Map<string | null, SourceMail[]>> {
	const found = new Map<string | null, SourceMail[]>();
	for (const property of properties) {
		const { fileName, content } = await files.take(property);
		const messageId = messageIdOf(content);
		const reference = messageId && (await archive.referenceOfMail(messageId));
		const mails = found.get(reference) ?? [];
		found.set(reference, [
			...mails,
			{ property, fileName: /\.eml$/i.test(fileName) ? fileName : `${fileName}.eml` },
		]);
	}
	return found;
}
