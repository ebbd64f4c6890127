import { ImapFlow } from 'imapflow';

/** Reads every mail in the INBOX and drops it. Says `ready` before it starts. */
async function main([host, port, user, pass]: string[]): Promise<void> {
	console.log('ready');
	const client = new ImapFlow({
		host: host!,
		port: Number(port),
		secure: false,
		auth: { user: user!, pass: pass! },
		logger: false,
	});
	await client.connect();
	await client.mailboxOpen('INBOX', { readOnly: true });
	for await (const mail of client.fetch('1:*', { source: true })) void mail.source;
	await client.logout();
}

void main(process.argv.slice(2));
