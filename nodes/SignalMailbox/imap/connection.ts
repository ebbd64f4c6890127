import { isNativeError } from 'node:util/types';
import { ImapFlow, type ImapFlowOptions, type MailboxObject, type SearchObject } from 'imapflow';
import { ApiError } from '../../shared/http/api-error';
import { NoAnswerError, noAnswer } from '../../shared/http/transport';
import { isDiskError } from '../disk-error';
import { logIn } from '../login';
import { MailboxError } from '../mailbox-error';
import type { MailboxSettings } from '../settings';
import { describeTlsError } from '../tls-error';

/** With a token it logs in by XOAUTH2 or OAUTHBEARER, as the server offers. */
export type ImapSettings = MailboxSettings['imap'] & {
	/** Milliseconds that the server may be silent before the connection counts as lost. */
	patienceMs?: number;
};

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

const PATIENCE_MS = 60_000;
const CONNECT_PATIENCE_MS = 15_000;

/**
 * Connects, logs in, runs `work`, and always closes the connection; at the deadline whatever it is doing.
 * Throws `NoAnswerError`, `ApiError` (login refused) or `MailboxError`.
 * @param deadline milliseconds since 1970
 */
export async function withMailbox<T>(
	settings: ImapSettings,
	work: (client: ImapFlow) => Promise<T>,
	deadline = Infinity,
): Promise<T> {
	let client: ImapFlow | undefined;
	const started = (one: ImapFlow) => (client = one);
	let late = false;
	// A server that says one word now and then is never silent for long, and never ready either.
	const timer = Number.isFinite(deadline)
		? setTimeout(() => {
				late = true;
				client?.close();
			}, deadline - Date.now())
		: undefined;
	try {
		return await work(await connect(settings, started));
	} catch (error) {
		throw late ? outOfTime(settings, error) : explainImapError(error, settings);
	} finally {
		clearTimeout(timer);
		if (client) await leave(client);
	}
}

const outOfTime = ({ host }: ImapSettings, cause: unknown): MailboxError =>
	new MailboxError(
		`The mail server ${host} was not ready within the time that a poll has`,
		'Nothing is lost: the next poll goes on. If it stays this slow, take fewer mails at a time.',
		{ cause },
	);

/** @param started told of the connection before it stands */
async function connect(settings: ImapSettings, started: (client: ImapFlow) => void): Promise<ImapFlow> {
	const attempt = async (auth: ImapFlowOptions['auth']) => {
		const client = newClient(settings, auth);
		started(client);
		await client.connect();
		return client;
	};
	return await logIn(settings.login, attempt, (error) => !!(error as ImapFailure).authenticationFailed);
}

function newClient(
	{ host, port, security, allowUnauthorizedCerts, patienceMs = PATIENCE_MS }: ImapSettings,
	auth: ImapFlowOptions['auth'],
): ImapFlow {
	const client = new ImapFlow({
		host,
		port,
		secure: security === 'tls',
		doSTARTTLS: security === 'starttls',
		auth,
		tls: { rejectUnauthorized: !allowUnauthorizedCerts },
		logger: false,
		disableAutoIdle: true,
		connectionTimeout: Math.min(CONNECT_PATIENCE_MS, patienceMs),
		greetingTimeout: Math.min(CONNECT_PATIENCE_MS, patienceMs),
		socketTimeout: patienceMs,
	});
	// The command that is running rejects with the same error.
	client.on('error', () => undefined);
	return client;
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
export async function searchUids(client: Pick<ImapFlow, 'search'>, query: SearchObject): Promise<number[]> {
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
	const explained = [MailboxError, ApiError, NoAnswerError].some((kind) => error instanceof kind);
	if (!isNativeError(error) || explained || isDiskError(error)) return error;
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
			'password' in login
				? 'Check User and Password in the Signal Mailbox credential. Many mail services want an app password here, and IMAP allowed for the mailbox.'
				: 'Connect the Signal Mailbox OAuth2 credential again, and check that its scope covers IMAP and that User is a mailbox that this account may open.',
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
