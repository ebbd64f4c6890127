import { startDovecot, type Dovecot } from './dovecot';
import { rawMail, type IntakeMail } from './intake-mails';

/** A Dovecot with these mails in its INBOX, in order. */
export async function startDovecotWith(mails: readonly IntakeMail[]): Promise<Dovecot> {
	const server = await startDovecot();
	for (const mail of mails) await server.deliver(await rawMail(mail));
	return server;
}
