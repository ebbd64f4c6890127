import { createHash } from 'node:crypto';

/** Fixed namespace of this product's signal ids; changing it would make every known mail look new. */
const NAMESPACE = Buffer.from('6f0f5a5e4a7c5f0e9b6f7d1c52c6a1d3', 'hex');

/** UUID version 5 (RFC 9562, 5.5) of a source key. */
export function signalId(sourceKey: string): string {
	const hash = createHash('sha1').update(NAMESPACE).update(sourceKey, 'utf8').digest();
	const bytes = hash.subarray(0, 16);
	bytes[6] = (bytes[6]! & 0x0f) | 0x50;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = bytes.toString('hex');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * The key that makes two deliveries of one mail one signal: its Message-ID with its content, or its content
 * alone where it has none. Two different mails that carry the same Message-ID, as some scanners and web forms
 * send them, stay two. Folder and UID are left out on purpose: a mail that is moved, or a mailbox that is
 * rebuilt, must not make it new.
 *
 * @param content what is the same in every copy of the mail, see `mailContent`
 */
export function mailSourceKey(messageId: string | null, content: Buffer | string): string {
	const id = messageId?.trim().replace(/^<|>$/g, '').trim();
	const hash = createHash('sha256').update(content).digest('hex');
	return id ? `mail:${id}:${hash.slice(0, 16)}` : `mail-sha256:${hash}`;
}
