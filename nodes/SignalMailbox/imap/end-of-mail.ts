import type { ImapFlow } from 'imapflow';
import { MailboxError } from '../mailbox-error';
import { searchUids } from './connection';

/** A mail that was taken out of the open folder in pieces, until the server gave no more. */
export interface Taken {
	uid: number;
	/** Bytes that came. */
	bytes: number;
	/** Bytes that it has by the server, which with some servers is an estimate. */
	size: number;
}

/**
 * Whether the server gave no more because that was the end of the mail: `end`, or `gone` when another program took
 * the mail away meanwhile (both look the same to imapflow, and the first part of a mail is another mail). Throws when
 * neither is so.
 */
export async function endOfMail(
	client: Pick<ImapFlow, 'fetchOne' | 'noop' | 'search'>,
	{ uid, bytes, size }: Taken,
): Promise<'end' | 'gone'> {
	if (bytes >= size) return 'end';
	const next = await client.fetchOne(String(uid), { source: { start: bytes, maxLength: 1 } }, { uid: true });
	// Past the end a server gives an empty text (RFC 3501, 6.4.5); of a mail that is gone it gives none.
	if (next && next.source?.length === 0) return 'end';
	// Until it is asked, a server need not say that a mail is gone.
	await client.noop();
	if ((await searchUids(client, { uid: String(uid) })).length === 0) return 'gone';
	throw new MailboxError(
		`The mail server gave ${bytes} of the ${size} bytes of this mail`,
		'Ask the administrator of the mail server whether the mail can be read there.',
	);
}
