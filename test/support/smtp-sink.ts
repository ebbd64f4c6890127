import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerAuthentication } from 'smtp-server';

/** A mail that came out of the product. */
export interface ReceivedMail {
	/** As said over SMTP; `from` is empty for a null return path. */
	envelope: { from: string; to: string[] };
	raw: Buffer;
	/** By name in lower case; the last one when a header occurs more than once. */
	headers: Record<string, string>;
	subject: string;
	text: string;
	/** As it stands in the mail; empty when there is none. */
	html: string;
	files: Array<{ name: string; contentType: string; content: Buffer }>;
}

/** What happens to a mail after it came in whole: taken, refused, or the line is cut before the answer. */
export type SinkAnswer = 'accept' | 'cut' | { code: number; message: string };

/** A mail server that takes every mail and sends none on. */
export interface SmtpSink {
	host: '127.0.0.1';
	port: number;
	/** Every mail that came in whole and was not refused, in order. One whose line was cut is among them. */
	messages: ReceivedMail[];
	/** How many times a client has connected. */
	connections(): number;
	openConnections(): number;
	/** Cuts every line that is open, as a server does with one that was idle for too long. */
	cutConnections(): void;
	/** Decides on every mail that comes in from now on. */
	onMessage(hook: (mail: ReceivedMail) => SinkAnswer | void): void;
	/** Refuses this recipient with this code from now on. */
	rejectRecipient(address: string, code?: number): void;
	stop(): Promise<void>;
}

/** Who may send: by password (PLAIN, LOGIN), or by a token (XOAUTH2). */
export type SinkLogin =
	{ user: string; password: string } | { user: string; isToken: (token: string) => boolean };

function mayLogIn(login: SinkLogin, said: SMTPServerAuthentication): boolean {
	if (said.username !== login.user) return false;
	return 'password' in login ? said.password === login.password : login.isToken(said.accessToken ?? '');
}

/** @param login when given, mail is taken only after logging in with it */
export async function startSmtpSink(login?: SinkLogin): Promise<SmtpSink> {
	const messages: ReceivedMail[] = [];
	const rejected = new Map<string, number>();
	let decide: (mail: ReceivedMail) => SinkAnswer | void = () => 'accept';
	let connected = 0;
	const server = new SMTPServer({
		onConnect(_session, done) {
			connected += 1;
			done();
		},
		disabledCommands: ['STARTTLS'],
		authOptional: !login,
		authMethods: login && 'isToken' in login ? ['XOAUTH2'] : ['PLAIN', 'LOGIN'],
		allowInsecureAuth: true,
		disableReverseLookup: true,
		logger: false,
		closeTimeout: 1,
		onAuth(auth, _session, done) {
			const known = !login || mayLogIn(login, auth);
			done(known ? null : new Error('Invalid user name or password'), { user: auth.username });
		},
		onRcptTo({ address }, _session, done) {
			const code = rejected.get(address.toLowerCase());
			done(code ? smtpError(code, 'No such mailbox here') : null);
		},
		onData(stream, session, done) {
			void (async () => {
				const { mailFrom, rcptTo } = session.envelope;
				const envelope = {
					from: mailFrom ? mailFrom.address : '',
					to: rcptTo.map(({ address }) => address),
				};
				const mail = await received(await buffer(stream), envelope);
				const answer = decide(mail) ?? 'accept';
				if (typeof answer === 'object') return done(smtpError(answer.code, answer.message));
				messages.push(mail);
				if (answer === 'accept') return done(null, 'Accepted');
				for (const connection of server.connections) {
					if (connection.session.id === session.id) connection._socket.destroy();
				}
			})().catch(done);
		},
	});
	// A client that is cut off, or that leaves in the middle, is part of the tests.
	server.on('error', () => undefined);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		host: '127.0.0.1',
		port: (server.server.address() as AddressInfo).port,
		messages,
		connections: () => connected,
		openConnections: () => server.connections.size,
		cutConnections: () => {
			for (const connection of server.connections) connection._socket.destroy();
		},
		onMessage: (hook) => (decide = hook),
		rejectRecipient: (address, code = 550) => rejected.set(address.toLowerCase(), code),
		stop: () => new Promise<void>((resolve) => server.close(resolve)),
	};
}

const smtpError = (responseCode: number, message: string): Error =>
	Object.assign(new Error(message), { responseCode });

async function received(raw: Buffer, envelope: ReceivedMail['envelope']): Promise<ReceivedMail> {
	const parsed = await PostalMime.parse(raw, { forceRfc822Attachments: true });
	return {
		envelope,
		raw,
		headers: Object.fromEntries(parsed.headers.map(({ key, value }) => [key, value])),
		subject: parsed.subject ?? '',
		text: (parsed.text ?? '').trim(),
		html: parsed.html ?? '',
		files: parsed.attachments.map(({ filename, mimeType, content }) => ({
			name: filename ?? '',
			contentType: mimeType,
			content: Buffer.from(content as ArrayBuffer),
		})),
	};
}
