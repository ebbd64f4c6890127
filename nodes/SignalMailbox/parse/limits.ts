const MB = 1024 * 1024;

/** What one mail may cost. What goes beyond stays in its source, which is always handed on as a file. */
export interface ReadLimits {
	/** Bytes; of a larger mail only the text is read, its files stay in the source. */
	mailBytes: number;
	/** Bytes; a larger file stays in the source. */
	attachmentBytes: number;
	/** Bytes of text that are read, of all text parts and attached mails together; nobody writes more by hand. */
	textBytes: number;
	/** Bytes; what must be taken apart in memory (winmail.dat, signed mail, attached mails) may be this large. */
	unpackBytes: number;
	/** Bytes of the header of the mail or of one part. */
	headerBytes: number;
	/**
	 * Parts of a mail, with those in winmail.dat, signed and attached mails. So many files go with an item at
	 * most, and its source.
	 */
	parts: number;
	/** How many mails may lie within each other. */
	depth: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
	mailBytes: 25 * MB,
	attachmentBytes: 25 * MB,
	textBytes: MB / 2,
	unpackBytes: 10 * MB,
	headerBytes: MB / 2,
	parts: 500,
	depth: 3,
};
