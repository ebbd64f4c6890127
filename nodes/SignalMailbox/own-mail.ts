import { createHash } from 'node:crypto';

/** On every mail this product sends, so that it knows its own mail when it comes back. */
export const OWN_HEADER = 'X-Regie';

/**
 * The Message-ID of an outgoing mail. It follows from the idempotency key, so that every attempt
 * carries the same one and a mail server or reader can see that it is the same mail.
 */
export function ownMessageId(key: string, fromAddress: string): string {
	const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
	return `<${hash}.regie@${fromAddress.split('@').at(-1)}>`;
}

export const isOwnMessageId = (messageId: string): boolean => /^<?[0-9a-f]{32}\.regie@/.test(messageId);
