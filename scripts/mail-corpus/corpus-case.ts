import type { Flag } from '../../nodes/shared/domain/signal';

/** What a person who reads the mail would say about it; what is left out is not looked at, unless it says so. */
export interface Expected {
	/** Left out: Sanne Bakker. */
	customer?: { name: string | null; email: string | null };
	subject?: string;
	/** All of the new text. */
	text?: string;
	textStarts?: string;
	textEnds?: string;
	textContains?: string[];
	textLacks?: string[];
	quotedStarts?: string;
	quotedContains?: string[];
	/** Left out: the signature must be empty. */
	signatureStarts?: string;
	/** Left out: no flag may be set. */
	flags?: Flag[];
	/** A piece of one of the reasons. */
	reason?: string;
	/** Left out: none. */
	mentions?: string[];
	/** Address of the colleague. Left out: none. */
	forwardedBy?: string;
	remark?: string;
	/** `action` left out: failed. */
	bounce?: {
		action?: 'delayed';
		recipients: string[];
		status: string | null;
		originalMessageId: string | null;
	};
	/** Left out: none. */
	attachments?: { name: string; inline?: boolean; content?: string; kept?: boolean }[];
	thread?: string[];
	language?: string | null;
	messageId?: string | null;
}

export interface CorpusCase {
	/** Name of the file, without extension. */
	name: string;
	/** What is special about it. */
	about: string;
	source: Buffer;
	expected: Expected;
}
