import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { FetchedMail } from '../fetched-mail';
import { mailInMemory } from '../raw-mail';

/** Takes one mail out of the open folder. Undefined when it is gone by now. */
export async function fetchMail(
	client: ImapFlow,
	listed: FetchMessageObject,
): Promise<FetchedMail | undefined> {
	const mail = await client.fetchOne(String(listed.uid), { source: true }, { uid: true });
	if (!mail || !mail.source) return undefined;
	return { ...describeListed(listed), content: { kind: 'raw', raw: mailInMemory(mail.source) } };
}

/** What the list says about a mail, without its content. */
export function describeListed({ uid, internalDate }: FetchMessageObject): Omit<FetchedMail, 'content'> {
	const receivedAt = internalDate ? new Date(internalDate) : null;
	const valid = receivedAt !== null && !Number.isNaN(receivedAt.getTime());
	return { uid, receivedAt: valid ? receivedAt : null };
}
