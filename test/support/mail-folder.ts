import type { MessageEnvelopeObject } from 'imapflow';
import type { MailServer } from './dovecot';
import { inMailbox } from './imap-client';

/** Something of each mail in a folder, in the order they came in; empty when there is no such folder. */
const ofEach = async (
	server: MailServer,
	folder: string,
	pick: (envelope: MessageEnvelopeObject) => string | undefined,
): Promise<string[]> =>
	await inMailbox(server, async (client) => {
		const folders = await client.list();
		if (!folders.some(({ path }) => path === folder)) return [];
		await client.mailboxOpen(folder, { readOnly: true });
		const found: string[] = [];
		for await (const { envelope } of client.fetch('1:*', { envelope: true })) {
			found.push((envelope && pick(envelope)) ?? '');
		}
		return found;
	});

/** Subjects of the mails in a folder. */
export const listFolder = async (server: MailServer, folder: string): Promise<string[]> =>
	await ofEach(server, folder, ({ subject }) => subject);

/** The Message-ID of each mail in a folder; empty of one that has none. */
export const messageIdsIn = async (server: MailServer, folder: string): Promise<string[]> =>
	await ofEach(server, folder, ({ messageId }) => messageId);
