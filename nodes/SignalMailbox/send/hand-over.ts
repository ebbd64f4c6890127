import { isNativeError } from 'node:util/types';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { ApiError } from '../../shared/http/api-error';
import { NoAnswerError, noAnswer } from '../../shared/http/transport';
import type { Envelope } from '../../shared/storage/outbox';
import { logIn, type Proof } from '../login';
import { MailboxError } from '../mailbox-error';
import type { ServerSettings } from '../settings';
import { describeTlsError } from '../tls-error';

export type { Envelope };

/**
 * Hands a mail to the mail server. `onHandingOver` is called when the connection stands, right before
 * the mail itself is offered. `onRefused` is told which receivers of a mail that was taken were refused, by
 * servers that tell.
 * Throws `DoubtfulHandOverError` when the outcome is unknown; for every other error it was not taken.
 */
export type HandOver = (
	envelope: Envelope,
	message: Buffer,
	onHandingOver: () => Promise<void>,
	onRefused?: (addresses: string[]) => void,
) => Promise<void>;

/** What nodemailer puts on an error, as far as it is used here. */
interface SmtpFailure extends Error {
	code?: string;
	responseCode?: number;
	response?: string;
}

/** The line broke after the mail was offered: whether the server took it is not known. */
export class DoubtfulHandOverError extends MailboxError {
	constructor(host: string, cause: unknown) {
		super(
			`The connection with the mail server ${host} broke while the mail was handed over, so it may have been sent`,
			'It is not sent again by itself, so that nobody gets it twice. Ask the receiver, or look in the log of the mail server.',
			{ cause },
		);
	}
}

const CONNECTION_TIMEOUT_MS = 15_000;

/** Mail servers end a connection after a number of mails; well below it we do so ourselves. */
const MAILS_PER_CONNECTION = 50;

/** Connects and logs in, runs `work`, and always closes the connection. Throws errors in an administrator's words. */
export async function withSmtp<T>(
	settings: ServerSettings,
	work: (connection: SMTPConnection) => Promise<T>,
): Promise<T> {
	try {
		const connection = await connect(settings);
		try {
			return await work(connection);
		} finally {
			connection.close();
		}
	} catch (error) {
		throw explainSmtpError(error, settings);
	}
}

/** Runs `work`, which hands over any number of mails, over as few connections as can be. */
export async function withHandOver<T>(
	settings: ServerSettings,
	work: (handOver: HandOver) => Promise<T>,
): Promise<T> {
	let open: SMTPConnection | undefined;
	let mails = 0;
	const leave = () => {
		open?.close();
		open = undefined;
		mails = 0;
	};
	const ready = async (): Promise<SMTPConnection> => {
		if (open && mails < MAILS_PER_CONNECTION && (await isAlive(open))) return open;
		leave();
		return (open = await connect(settings).catch((error: unknown) => {
			throw explainSmtpError(error, settings);
		}));
	};
	try {
		return await work(async (envelope, message, onHandingOver, onRefused) => {
			const connection = await ready();
			await onHandingOver();
			mails += 1;
			try {
				const refused = await offer(connection, settings, envelope, message);
				if (refused.length > 0) onRefused?.(refused);
			} catch (error) {
				// In whatever state the failure left it, nobody has to find out.
				leave();
				throw explainSmtpError(error, settings);
			}
		});
	} finally {
		leave();
	}
}

const isLoginRefused = (error: unknown): boolean => (error as SmtpFailure).code === 'EAUTH';

async function connect(settings: ServerSettings): Promise<SMTPConnection> {
	const { login } = settings;
	const attempt = async (proof?: Proof) => await connectAs(settings, proof);
	return login ? await logIn(login, attempt, isLoginRefused) : await attempt();
}

async function connectAs(settings: ServerSettings, proof: Proof | undefined): Promise<SMTPConnection> {
	const { host, port, security } = settings;
	const connection = new SMTPConnection({
		host,
		port,
		secure: security === 'tls',
		requireTLS: security === 'starttls',
		ignoreTLS: security === 'none',
		tls: { rejectUnauthorized: !settings.allowUnauthorizedCerts },
		connectionTimeout: CONNECTION_TIMEOUT_MS,
		greetingTimeout: CONNECTION_TIMEOUT_MS,
		socketTimeout: 60_000,
	});
	// A line that breaks between two mails has nobody waiting for it.
	connection.on('error', () => undefined);
	try {
		await settled(connection, (done) => connection.connect(done));
		if (proof) {
			const auth = 'pass' in proof ? { credentials: proof } : { oauth2: new XOAuth2(proof) };
			await settled(connection, (done) => connection.login(auth, done));
		}
		return connection;
	} catch (error) {
		connection.close();
		throw error;
	}
}

/** Asked before a mail is offered: a line that broke since the last one is no doubt about the next. */
async function isAlive(connection: SMTPConnection): Promise<boolean> {
	if (connection.destroyed) return false;
	return await settled(connection, (done) => connection.reset(done)).then(
		() => true,
		() => false,
	);
}

/** Offers the mail; gives the receivers that were refused while others were not. */
async function offer(
	connection: SMTPConnection,
	settings: ServerSettings,
	envelope: Envelope,
	message: Buffer,
): Promise<string[]> {
	let refused: string[] = [];
	try {
		await settled(connection, (done) =>
			connection.send(envelope, message, (error, info) => {
				refused = info?.rejected ?? [];
				done(error);
			}),
		);
		return refused;
	} catch (error) {
		// An answer with a code, or a refused recipient, is a certain no.
		const { responseCode, code } = error as SmtpFailure;
		if (responseCode === undefined && code !== 'EENVELOPE') {
			throw new DoubtfulHandOverError(settings.host, error);
		}
		throw error;
	}
}

/** Waits for a call of nodemailer, which reports a lost connection by event only. */
async function settled(
	connection: SMTPConnection,
	call: (done: (error?: Error | null) => void) => void,
): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const done = (error?: Error | null) => {
			connection.removeListener('error', done);
			connection.removeListener('end', ended);
			if (error) reject(error);
			else resolve();
		};
		const ended = () => done(Object.assign(new Error('The connection was closed'), { code: 'ECONNRESET' }));
		connection.once('error', done);
		connection.once('end', ended);
		call(done);
	});
}

/** The error in words for an administrator. */
export function explainSmtpError(error: unknown, { host, port, security, login }: ServerSettings): unknown {
	const explained = [MailboxError, ApiError, NoAnswerError].some((kind) => error instanceof kind);
	if (!isNativeError(error) || explained) return error;
	const { code, responseCode, response } = error as SmtpFailure;
	const said = response ? `: ${response}` : '';
	if (code === 'EAUTH') {
		return new ApiError(
			'mailbox',
			401,
			'credential-invalid',
			`The SMTP server ${host} refuses user "${login?.user ?? ''}"${said}`,
			login && 'accessToken' in login
				? 'Connect the Signal Mailbox OAuth2 credential again, and check that its scope covers SMTP and that SMTP is allowed for this mailbox.'
				: 'Check the SMTP user and password in the Signal Mailbox credential, and whether this user may send by SMTP.',
		);
	}
	const tls = describeTlsError(error, 'SMTP', { host, port, security });
	if (tls) return tls;
	if (code === 'EENVELOPE' || responseCode !== undefined) {
		return new MailboxError(
			`The SMTP server ${host} refuses the mail${said}`,
			'Check the address of the receiver, and whether the From Address in the credential may send by this server.',
			{ cause: error },
		);
	}
	return noAnswer(error, `smtp://${host}:${port}`);
}
