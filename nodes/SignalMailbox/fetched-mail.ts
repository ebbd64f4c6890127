import type { Readable } from 'node:stream';

/** The bytes of a mail as the server gave them; on disk when they are many. May be opened more than once. */
export interface RawMail {
	/** Bytes. */
	size: number;
	open(): Readable;
	/** The same, where they are in memory: whoever takes them as they are spares a stream. */
	bytes?: Buffer;
}

export interface FetchedMail {
	/** The UID in an IMAP folder; null for other sources. */
	uid: number | null;
	/** When the server received it; null when it does not say. */
	receivedAt: Date | null;
	content: { kind: 'raw'; raw: RawMail } | { kind: 'unreadable'; reason: string };
}
