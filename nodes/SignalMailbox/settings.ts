import { z } from 'zod/v4';
import type { Login } from './login';

const security = z.enum(['tls', 'starttls', 'none']);
export type Security = z.infer<typeof security>;

const host = (what: string) => z.string().trim().min(1, `Fill in the ${what} server`);
const port = z.coerce.number().int().min(1).max(65535);

/** Where a server is, and how to speak to it. */
export interface ServerSettings {
	host: string;
	port: number;
	security: Security;
	/** Null: no login. */
	login: Login | null;
	/** Accepts a certificate nobody vouches for. */
	allowUnauthorizedCerts: boolean;
}

/** Who a mailbox is to others. */
export interface MailboxIdentity {
	/** Who sends; `address` is in lower case. */
	from: { address: string; name: string };
	/** Addresses that are this mailbox itself, in lower case. */
	ownAddresses: string[];
}

export interface MailboxSettings extends MailboxIdentity {
	imap: ServerSettings & { login: Login };
	smtp: ServerSettings;
}

const fromAddress = z.string().trim().toLowerCase().pipe(z.email('The From Address is no e-mail address'));

/** The fields that say who sends, where the mailbox is known by its address. */
export const senderShape = {
	/** Left blank, the mailbox itself sends. */
	fromAddress: z
		.string()
		.trim()
		.transform((address) => address || undefined)
		.pipe(fromAddress.optional())
		.optional(),
	fromName: z.string().trim().default(''),
};

/** @param mailbox its login, which mostly is its address */
export function identityOf(
	mailbox: string,
	sender: { fromAddress?: string | undefined; fromName: string },
): MailboxIdentity {
	const login = mailbox.toLowerCase();
	const address = sender.fromAddress ?? login;
	return {
		from: { address, name: sender.fromName },
		ownAddresses: [...new Set([address, ...(login.includes('@') ? [login] : [])])],
	};
}

/** The servers of a mailbox, in every credential that has them. */
const serversShape = {
	imapHost: host('IMAP'),
	imapPort: port.default(993),
	imapSecurity: security.default('tls'),
	smtpHost: host('SMTP'),
	smtpPort: port.default(587),
	smtpSecurity: security.default('starttls'),
	allowUnauthorizedCerts: z.boolean().default(false),
};
type Servers = z.infer<z.ZodObject<typeof serversShape>>;

const imapOf = (filled: Servers, login: Login): MailboxSettings['imap'] => ({
	host: filled.imapHost,
	port: filled.imapPort,
	security: filled.imapSecurity,
	login,
	allowUnauthorizedCerts: filled.allowUnauthorizedCerts,
});

const smtpOf = (filled: Servers, login: Login | null): ServerSettings => ({
	host: filled.smtpHost,
	port: filled.smtpPort,
	security: filled.smtpSecurity,
	login,
	allowUnauthorizedCerts: filled.allowUnauthorizedCerts,
});

/** Settings from the Signal Mailbox credential, as a user fills it in. Throws a `ZodError` that names the field. */
export const mailboxSettingsSchema = z
	.object({
		...serversShape,
		...senderShape,
		fromAddress,
		user: z.string().trim().min(1, 'Fill in the user of the mailbox'),
		password: z.string().min(1, 'Fill in the password of the mailbox'),
		smtpAuthentication: z.enum(['same', 'own', 'none']).default('same'),
		smtpUser: z.string().trim().default(''),
		smtpPassword: z.string().default(''),
	})
	.transform((filled): MailboxSettings => {
		const { user, password } = filled;
		// Left blank, what the mailbox uses is used for sending too.
		const own = { user: filled.smtpUser || user, password: filled.smtpPassword || password };
		const smtpLogin = { same: { user, password }, own, none: null }[filled.smtpAuthentication];
		return {
			imap: imapOf(filled, { user, password }),
			smtp: smtpOf(filled, smtpLogin),
			...identityOf(user, filled),
		};
	});

/** The fields of the Signal Mailbox OAuth2 credential that are not n8n's own. */
const oauth2CredentialSchema = z.object({
	...serversShape,
	...senderShape,
	user: z.string().trim().min(1, 'Fill in the address of the mailbox'),
});

/** Settings from the Signal Mailbox OAuth2 credential; one token serves both servers. */
export const oauth2MailboxSettings = (
	credential: unknown,
	accessToken: (refused: boolean) => Promise<string>,
): MailboxSettings => {
	const filled = oauth2CredentialSchema.parse(credential);
	const login = { user: filled.user, accessToken };
	return {
		imap: imapOf(filled, login),
		smtp: smtpOf(filled, login),
		...identityOf(filled.user, filled),
	};
};
