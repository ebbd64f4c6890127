import { MailboxError } from './mailbox-error';
import type { Security } from './settings';

const USUAL_PORTS = { IMAP: { tls: 993, other: 143 }, SMTP: { tls: 465, other: 587 } };

/** Explains a failure to encrypt, for which the cause is nearly always a setting; undefined when it is none. */
export function describeTlsError(
	error: Error,
	protocol: 'IMAP' | 'SMTP',
	server: { host: string; port: number; security: Security },
): MailboxError | undefined {
	const { code = '' } = error as { code?: string };
	const text = `${code} ${error.message}`;
	const { host, port, security } = server;
	const usual = USUAL_PORTS[protocol];
	if (/wrong[ _]version|packet length too long|unsupported protocol/i.test(text)) {
		return new MailboxError(
			`The ${protocol} server ${host} does not speak TLS on port ${port}`,
			`Set the ${protocol} security in the Signal Mailbox credential to STARTTLS (usual port ${usual.other}), or use the TLS port (${usual.tls}).`,
			{ cause: error },
		);
	}
	if (security === 'starttls' && /STARTTLS|MissingServerExtension/i.test(text)) {
		return new MailboxError(
			`The ${protocol} server ${host} offers no STARTTLS on port ${port}`,
			`Set the ${protocol} security in the Signal Mailbox credential to TLS (usual port ${usual.tls}), or to None on a network you trust.`,
			{ cause: error },
		);
	}
	if (/certificate|self[- ]signed|CERT|ALTNAME/i.test(text)) {
		return new MailboxError(
			`The certificate of the ${protocol} server ${host} is not trusted: ${error.message}`,
			'Use the host name that is in the certificate, ask for a valid one, or switch on Allow Unauthorized Certificates in the Signal Mailbox credential.',
			{ cause: error },
		);
	}
	return undefined;
}
