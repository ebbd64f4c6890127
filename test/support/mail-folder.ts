import type { MailServer } from './dovecot';
import { inMailbox } from './imap-client';

/** Subjects of the mails in a folder, in the order they came in; empty when there is no such folder. */
export async function listFolder(server: MailServer, folder: string): Promise<string[]> {
	return await inMailbox(server, async (client) => {
		const folders = await client.list();
		if (!folders.some(({ path }) => path === folder)) return [];
		await client.mailboxOpen(folder, { readOnly: true });
		const subjects: string[] = [];
		for await (const { envelope } of client.fetch('1:*', { envelope: true })) {
			subjects.push(envelope?.subject ?? '');
		}
		return subjects;
	});
}
