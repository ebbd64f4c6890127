import { ImapFlow } from 'imapflow';
import type { MailServer } from './dovecot';

/** Runs `work` with a plain IMAP client, as another mail program would look into the mailbox. */
export async function inMailbox<T>(
	{ host, port, user, password }: Pick<MailServer, 'host' | 'port' | 'user' | 'password'>,
	work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
	const client = new ImapFlow({
		host,
		port,
		secure: false,
		doSTARTTLS: false,
		logger: false,
		auth: { user, pass: password },
	});
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.logout();
	}
}
