import MailComposer from 'nodemailer/lib/mail-composer';

type Address = string | { name: string; address: string };

/** A mail as a test describes it. */
export interface MailToBuild {
	from: Address;
	to: Address;
	subject: string;
	/** Left out: no text part. */
	text?: string;
	html?: string;
	/** With its angle brackets. Null: no Message-ID header at all. Left out: a random one. */
	messageId?: string | null;
	inReplyTo?: string;
	references?: string[];
	headers?: Record<string, string>;
	date?: Date;
	attachments?: { filename: string; content: Buffer | string; contentType?: string }[];
}

/** Builds the source of a mail, as it would arrive in a mailbox. */
export async function buildMail(mail: MailToBuild): Promise<Buffer> {
	const { messageId, ...rest } = mail;
	const raw = await new MailComposer({ ...rest, messageId: messageId ?? undefined }).compile().build();
	if (messageId !== null) return raw;
	// The composer always adds one.
	const end = raw.indexOf('\r\n\r\n');
	const header = raw.subarray(0, end).toString('latin1');
	const without = header.replace(/^Message-ID:.*\r\n(?:[ \t].*\r\n)*/im, '');
	return Buffer.concat([Buffer.from(without, 'latin1'), raw.subarray(end)]);
}
