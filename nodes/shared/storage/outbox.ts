/** Who a mail is from and to, as it is said to the mail server. */
export interface Envelope {
	from: string;
	to: string[];
}

/** A mail that is about to be sent. */
export interface OutgoingMail {
	/** Idempotency key: the same key never goes out twice, for example `R-2026-000123:antwoord`. */
	key: string;
	/** The signal it belongs to, null for mail about none. */
	reference: string | null;
	subject: string;
	/** Message-ID it will carry, the same at every attempt. */
	messageId: string;
	envelope: Envelope;
	/** The source of the mail. It is kept until it is certain that the mail went out or never will. */
	source: Buffer;
}

/** How many mails may go out, counted over the time that passed; what is on its way counts too. */
export interface SendLimits {
	/** To one address in 24 hours, however it is written. */
	perAddress: number;
	/** Of all mail together. */
	perHour: number;
	perDay: number;
}

/**
 * - `reserved`: about to be sent;
 * - `handing-over`: the mail server was offered it, and has not answered yet;
 * - `sent`, `failed`: it certainly went out, or certainly not;
 * - `doubtful`: handing over broke off, so it may have gone out: a person decides;
 * - `limited`: a limit was reached;
 * - `released`: a person said that it may go out, limits or not;
 * - `dropped`: a person said that it must not.
 */
export const OUTBOX_STATES = [
	'reserved',
	'handing-over',
	'sent',
	'failed',
	'doubtful',
	'limited',
	'released',
	'dropped',
] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** The limit that was reached. */
export type Limit = keyof SendLimits;

/** `send`: go ahead; every other one: do not, for the reason that the state of the same name has. */
export type OutboxVerdict =
	| { decision: 'send' | 'sent' | 'doubtful' | 'dropped' }
	| { decision: 'limited'; limit: Limit; reason: string };

/** A mail of the outbox, as an administrator sees it. */
export interface OutgoingRecord {
	key: string;
	reference: string | null;
	recipient: string;
	subject: string;
	state: OutboxState;
	/** Why it failed, was limited, or did not go to all; null otherwise. */
	reason: string | null;
	attempts: number;
	/** When a mail server told that it could not be delivered. */
	bouncedAt: string | null;
	createdAt: string;
	updatedAt: string;
}

/** A mail that a person let go. */
export interface ReleasedMail {
	key: string;
	envelope: Envelope;
	source: Buffer;
}

/** Record of outgoing mail, kept before it is sent, so that a crash never makes a customer get it twice. */
export interface Outbox {
	/** The Message-ID that the mail with this key carries; null when it is not known yet. */
	messageIdOf(key: string): Promise<string | null>;
	/** Records the mail, or finds what was recorded, and decides in the same transaction whether it may go. */
	reserve(mail: OutgoingMail, limits: SendLimits): Promise<OutboxVerdict>;
	/**
	 * Say this right before the message itself is handed to the mail server.
	 * @throws RegisterError when another run has sent it, or is doing so
	 */
	handingOver(key: string): Promise<void>;
	/** The mail server accepted it, but for `refused` of its receivers. */
	sent(key: string, refused?: readonly string[]): Promise<void>;
	/** The mail server certainly did not accept it: it may be tried again. Say only after `handingOver`. */
	failed(key: string, reason: string): Promise<void>;
	/** Mails in these states, or all, oldest first. */
	list(states: readonly OutboxState[], limit: number): Promise<OutgoingRecord[]>;
	/** Lets a doubtful, limited or failed mail go. @throws RegisterError when it is none of those */
	release(key: string, actor: string): Promise<OutgoingRecord>;
	/** Sees to it that the mail never goes. @throws RegisterError when it went */
	drop(key: string, actor: string): Promise<OutgoingRecord>;
	/** Mails that were released, oldest first. */
	released(limit: number): Promise<ReleasedMail[]>;
}
