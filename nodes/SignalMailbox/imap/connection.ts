import { isNativeError } from 'node:util/types';
import { ImapFlow, type MailboxObject, type SearchObject } from 'imapflow';
import { ApiError } from '../../shared/http/api-error';
import { noAnswer } from '../../shared/http/transport';
import { MailboxError } from '../mailbox-error';
import type { ServerSettings } from '../settings';
import { describeTlsError } from '../tls-error';

export type ImapSettings = ServerSettings & { login: { user: string; password: string } };

/** What imapflow puts on an error, as far as it is used here. */
interface ImapFailure {
	code?: string;
	message: string;
	authenticationFailed?: boolean;
	responseStatus?: string;
	responseText?: string;
	serverResponseCode?: string;
	mailboxMissing?: boolean;
}

/** Codes of imapflow in the words of Node, which the rest of the product knows. */
const AS_NODE_CODE: Record<string, string> = {
	CONNECT_TIMEOUT: 'ETIMEDOUT',
	GREETING_TIMEOUT: 'ETIMEDOUT',
	UPGRADE_TIMEOUT: 'ETIMEDOUT',
	ETIMEOUT: 'ETIMEDOUT',
	NoConnection: 'ECONNRESET',
	EConnectionClosed: 'ECONNRESET',
	ClosedAfterConnectText: 'ECONNRESET',
	ClosedAfterConnectTLS: 'ECONNRESET',
};

/** The account is there, but the server cannot let anybody in now (RFC 5530). */
const LOGIN_LATER = new Set(['UNAVAILABLE', 'LIMIT', 'INUSE', 'CONTACTADMIN']);

/**
 * Connects, logs in, runs `work`, and always closes the connection.
 * Throws `NoAnswerError`, `ApiError` (login refused) or `MailboxError`.
 */
export async function withMailbox<T>(
	settings: ImapSettings,
	work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
	const { host, port, security, login } = settings;
	const client = new ImapFlow({
		host,
		port,
		secure: security === 'tls',
		doSTARTTLS: security === 'starttls',
		auth: { user: login.user, pass: login.password },
		tls: { rejectUnauthorized: !settings.allowUnauthorizedCerts },
		logger: false,
		disableAutoIdle: true,
		connectionTimeout: 15_000,
		greetingTimeout: 15_000,
		socketTimeout: 60_000,
	});
	// The command that is running rejects with the same error.
	client.on('error', () => undefined);
	try {
		await client.connect();
		return await work(client);
	} catch (error) {
		throw explainImapError(error, settings);
	} finally {
		await leave(client);
	}
}

/** Says goodbye if that is still possible; what was asked has been done or has failed by then. */
async function leave(client: ImapFlow): Promise<void> {
	try {
		if (client.usable) await client.logout();
	} catch {
		// The connection was lost after the work: there is nothing left to say goodbye to.
	} finally {
		client.close();
	}
}

/** Opens a folder. When it is not there the error names the folders that are. */
export async function openFolder(
	client: ImapFlow,
	folder: string,
	readOnly: boolean,
): Promise<MailboxObject> {
	try {
		return await client.mailboxOpen(folder, { readOnly });
	} catch (error) {
		const { responseStatus, mailboxMissing } = error as ImapFailure;
		if (responseStatus !== 'NO' && !mailboxMissing) throw error;
		const names = (await client.list()).map(({ path }) => path).sort();
		if (names.includes(folder)) throw error;
		throw new MailboxError(
			`The mailbox has no folder "${folder}"`,
			`Choose one of the folders that exist: ${names.join(', ')}.`,
			{ cause: error },
		);
	}
}

/** The UIDs in the open folder that fit, in ascending order. */
export async function searchUids(client: ImapFlow, query: SearchObject): Promise<number[]> {
	const found = await client.search(query, { uid: true });
	if (!found) {
		throw new MailboxError(
			'The mail server refuses to search this folder',
			'Ask the administrator of the mail server what this user may do in this folder.',
		);
	}
	return found.sort((a, b) => a - b);
}

/** The error in words for an administrator; what is no error of the mail server stays as it is. */
export function explainImapError(error: unknown, { host, port, security, login }: ImapSettings): unknown {
	if (!isNativeError(error) || error instanceof MailboxError) return error;
	const failure = error as ImapFailure;
	const said = failure.responseText ?? '';
	if (failure.authenticationFailed) {
		if (LOGIN_LATER.has(failure.serverResponseCode ?? '')) {
			return new ApiError(
				'mailbox',
				503,
				'temporarily-unavailable',
				`The mail server ${host} lets nobody in now: ${said}`,
				'Try again later. If it goes on, ask the administrator of the mail server.',
			);
		}
		return new ApiError(
			'mailbox',
			401,
			'credential-invalid',
			`The mail server ${host} refuses user "${login.user}"${said ? `: ${said}` : ''}`,
			'Check User and Password in the Signal Mailbox credential. Many mail services want an app password here, and IMAP allowed for the mailbox.',
		);
	}
	const tls = describeTlsError(error, 'IMAP', { host, port, security });
	if (tls) return tls;
	if (failure.responseStatus) {
		return new MailboxError(
			`The mail server ${host} refuses: ${said || failure.message}`,
			'Ask the administrator of the mail server what this user may do in this folder.',
			{ cause: error },
		);
	}
	const code = AS_NODE_CODE[failure.code ?? ''] ?? failure.code;
	if (code === undefined) return error;
	return noAnswer(
		Object.assign(new Error(failure.message, { cause: error }), { code }),
		`imap://${host}:${port}`,
	);
}
