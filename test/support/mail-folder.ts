import { ImapFlow } from 'imapflow';
import type { MailServer } from './dovecot';

/** Subjects of the mails in a folder, in the order they came in; empty when there is no such folder. */
export async function listFolder(server: MailServer, folder: string): Promise<string[]> {
	const client = new ImapFlow({
		host: server.host,
		port: server.port,
		secure: false,
		auth: { user: server.user, pass: server.password },
		logger: false,
	});
	await client.connect();
	try {
		const folders = await client.list();
		if (!folders.some(({ path }) => path === folder)) return [];
		const lock = await client.getMailboxLock(folder, { readOnly: true });
		try {
			const subjects: string[] = [];
			for await (const { envelope } of client.fetch('1:*', { envelope: true })) {
				subjects.push(envelope?.subject ?? '');
			}
			return subjects;
		} finally {
			lock.release();
		}
	} finally {
		await client.logout();
	}
}
