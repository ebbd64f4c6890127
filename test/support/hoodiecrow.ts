import type { AddressInfo, Socket } from 'node:net';
import createHoodiecrow from 'hoodiecrow-imap';
import type { MailServer } from './dovecot';

const USER = 'dienstencentrum';
const PASSWORD = 'geheim-postbus';

/** An IMAP server in this process, for machines without Dovecot. Everything is kept in memory. */
export async function startHoodiecrow(): Promise<MailServer> {
	const hoodiecrow = createHoodiecrow({
		plugins: ['ID', 'LITERALPLUS', 'AUTH-PLAIN', 'SASL-IR', 'NAMESPACE', 'UIDPLUS', 'MOVE', 'UNSELECT'],
		users: { [USER]: { password: PASSWORD } },
		storage: { INBOX: {}, '': { separator: '/', folders: {} } },
	});
	const sockets = new Set<Socket>();
	hoodiecrow.server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		// It writes an answer in pieces, and would wait 40 ms for the client after each.
		socket.setNoDelay(true);
		socket.once('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => hoodiecrow.listen(0, '127.0.0.1', resolve));
	return {
		kind: 'hoodiecrow',
		host: '127.0.0.1',
		port: (hoodiecrow.server.address() as AddressInfo).port,
		user: USER,
		password: PASSWORD,
		async deliver(raw, folder = 'INBOX') {
			if (!hoodiecrow.getMailbox(folder)) hoodiecrow.createMailbox(folder);
			// It keeps mail as a string with one character per byte.
			hoodiecrow.appendMessage(folder, [], new Date(), raw.toString('latin1'));
		},
		async stop() {
			const closed = new Promise((resolve) => hoodiecrow.server.close(resolve));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}
