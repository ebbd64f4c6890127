/** A file in a mail. `content` is null when it was left in the mailbox. */
export interface MailFile {
	name: string;
	contentType: string;
	/** Bytes. */
	size: number;
	content: Buffer | null;
}

/** What was taken out of the mailbox of one mail. */
export type MailContent =
	| { kind: 'whole'; source: Buffer }
	/** Too large: its header, its text, and a list of its files. */
	| { kind: 'oversize'; header: Buffer; text: string; html: string; files: MailFile[] }
	/** The server would not give it, several times in a row. */
	| { kind: 'unreadable'; reason: string };

export interface FetchedMail {
	uid: number;
	/** Bytes, as the server says. */
	size: number;
	/** When the server received it; null when it does not say. */
	receivedAt: Date | null;
	content: MailContent;
}
