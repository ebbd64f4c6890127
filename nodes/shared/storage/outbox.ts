/** A mail that is about to be sent. */
export interface OutgoingMail {
	/** Idempotency key: the same key never goes out twice, for example `R-2026-000123:antwoord`. */
	key: string;
	/** The signal it belongs to, null for mail about none. */
	reference: string | null;
	/** Lower case address. */
	recipient: string;
	subject: string;
	/** Message-ID it will carry, the same at every attempt. */
	messageId: string;
}

/**
 * - `send`: go ahead;
 * - `sent`: it went out before, do nothing;
 * - `doubtful`: an earlier attempt broke off while handing over, so it may have gone out: a person decides;
 * - `limited`: this address has had its number of mails for today.
 */
export type OutboxVerdict = 'send' | 'sent' | 'doubtful' | 'limited';

/** Record of outgoing mail, kept before it is sent, so that a crash never makes a customer get it twice. */
export interface Outbox {
	/** Records the mail, or finds what was recorded. `maxPerDay` counts all mail to the recipient in the last 24 hours. */
	reserve(mail: OutgoingMail, maxPerDay: number): Promise<OutboxVerdict>;
	/** Say this right before the message itself is handed to the mail server. */
	handingOver(key: string): Promise<void>;
	/** The mail server accepted it. */
	sent(key: string): Promise<void>;
	/** The mail server certainly did not accept it: it may be tried again. */
	failed(key: string, reason: string): Promise<void>;
}
