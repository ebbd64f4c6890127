import { randomBytes } from 'node:crypto';

/** On every mail this product sends, so that it knows its own mail when it comes back. */
export const OWN_HEADER = 'X-Regie';

/**
 * A Message-ID for an outgoing mail. It cannot be guessed: who names it in an answer had the mail.
 * Every attempt to send a mail carries the same one, see `Outbox.messageIdOf`.
 */
export const newMessageId = (fromAddress: string): string =>
	`<${randomBytes(16).toString('hex')}.regie@${fromAddress.split('@').at(-1)}>`;

export const isOwnMessageId = (messageId: string): boolean => /^<?[0-9a-f]{32}\.regie@/.test(messageId);
