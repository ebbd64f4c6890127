import type { MailLocation, MailSourceKind } from '../../shared/domain/signal';
import type { FetchedMail } from '../fetched-mail';

/** A mail that lies in a folder and has not been put away. */
export interface WaitingMail {
	/** Tells it from every other mail that ever lay in this folder. */
	key: string;
	/** Puts the mails of a folder in order, oldest first, when compared as text. */
	position: string;
	location: MailLocation;
}

/** What became of asking for a mail: its content, `gone` when it is not there any more, or why it cannot be read now. */
export interface Fetched {
	mail: WaitingMail;
	outcome: FetchedMail | 'gone' | Error;
}

/** How handled mail leaves the listing. */
export type PutAwayMode =
	| { kind: 'move'; target: string }
	/** The mail stays where it is, with a keyword (IMAP) or a category (Exchange). */
	| { kind: 'flag'; keyword: string };

/** `already-gone`: it was not there any more, because an earlier run put it away or somebody took it. */
export type PutAwayOutcome = 'moved' | 'flagged' | 'already-gone';

/** What a source remembers of a folder between polls: JSON, changed in place. Losing it costs time, never mail. */
export type FolderCursor = Record<string, unknown>;

/** A mailbox that is open: connected and logged in. */
export interface OpenMailbox {
	/** The mails that wait in a folder, in any order. Throws when the folder cannot be read. */
	list(folder: string, cursor: FolderCursor): Promise<WaitingMail[]>;
	/**
	 * Takes mails out of one folder, in the order asked for. What is wrong with one mail is in its outcome; it
	 * throws when the mailbox itself is lost. A mail's content is there only until the next one is asked for.
	 */
	fetch(folder: string, mails: readonly WaitingMail[]): AsyncIterable<Fetched>;
	/** When the oldest of these mails of one folder came in, without reading them; null when the source does not say. */
	oldest(folder: string, mails: readonly WaitingMail[]): Promise<Date | null>;
	/**
	 * Puts mails away; doing it again does no harm. Gives, in the order of `mails`, what became of each: an
	 * error concerns that mail only. Throws when the mailbox is lost, or the target cannot be made.
	 */
	putAway(mails: readonly MailLocation[], mode: PutAwayMode): Promise<(PutAwayOutcome | Error)[]>;
}

export interface OpenOptions {
	/** Milliseconds since 1970. What is not done by then is broken off with an error. */
	deadline?: number;
	/** Mail with this keyword or category counts as put away. */
	skipKeyword?: string;
}

/** A place that mail comes from. The nodes know nothing else of IMAP, Microsoft Graph or folders. */
export interface MailSource {
	kind: MailSourceKind;
	/** Shown to people as where a signal came from. */
	name: string;
	/** Addresses that are this mailbox itself, in lower case. */
	ownAddresses: readonly string[];
	/** Connects, runs `work`, and always cleans up. Throws errors in an administrator's words. */
	open<T>(work: (mailbox: OpenMailbox) => Promise<T>, options?: OpenOptions): Promise<T>;
}
