import { z } from 'zod/v4';

const security = z.enum(['tls', 'starttls', 'none']);
export type Security = z.infer<typeof security>;

const host = (what: string) => z.string().trim().min(1, `Fill in the ${what} server`);
const port = z.coerce.number().int().min(1).max(65535);

/** The fields of the Signal Mailbox credential, as a user fills them in. */
const credentialSchema = z.object({
	imapHost: host('IMAP'),
	imapPort: port.default(993),
	imapSecurity: security.default('tls'),
	user: z.string().trim().min(1, 'Fill in the user of the mailbox'),
	password: z.string().min(1, 'Fill in the password of the mailbox'),
	smtpHost: host('SMTP'),
	smtpPort: port.default(587),
	smtpSecurity: security.default('starttls'),
	smtpAuthentication: z.enum(['same', 'own', 'none']).default('same'),
	smtpUser: z.string().trim().default(''),
	smtpPassword: z.string().default(''),
	fromAddress: z.string().trim().toLowerCase().pipe(z.email('The From Address is no e-mail address')),
	fromName: z.string().trim().default(''),
	allowUnauthorizedCerts: z.boolean().default(false),
});

/** Where a server is, and how to speak to it. */
export interface ServerSettings {
	host: string;
	port: number;
	security: Security;
	/** Null: no login. */
	login: { user: string; password: string } | null;
	/** Accepts a certificate nobody vouches for. */
	allowUnauthorizedCerts: boolean;
}

export interface MailboxSettings {
	imap: ServerSettings & { login: { user: string; password: string } };
	smtp: ServerSettings;
	/** Who sends; `address` is in lower case. */
	from: { address: string; name: string };
	/** Addresses that are this mailbox itself, in lower case. */
	ownAddresses: string[];
}

/** Settings from what was filled in. Throws a `ZodError` that names the field. */
export const mailboxSettingsSchema = credentialSchema.transform((filled): MailboxSettings => {
	const { allowUnauthorizedCerts, user, password, fromAddress } = filled;
	// Left blank, what the mailbox uses is used for sending too.
	const own = { user: filled.smtpUser || user, password: filled.smtpPassword || password };
	const smtpLogin = { same: { user, password }, own, none: null }[filled.smtpAuthentication];
	return {
		imap: {
			host: filled.imapHost,
			port: filled.imapPort,
			security: filled.imapSecurity,
			login: { user, password },
			allowUnauthorizedCerts,
		},
		smtp: {
			host: filled.smtpHost,
			port: filled.smtpPort,
			security: filled.smtpSecurity,
			login: smtpLogin,
			allowUnauthorizedCerts,
		},
		from: { address: fromAddress, name: filled.fromName },
		ownAddresses: [...new Set([fromAddress, ...(user.includes('@') ? [user.toLowerCase()] : [])])],
	};
});

/** The fields of the Signal Mailbox OAuth2 credential that are not n8n's own. */
export const imapOAuth2SettingsSchema = z
	.object({
		imapHost: host('IMAP'),
		imapPort: port.default(993),
		imapSecurity: security.default('tls'),
		user: z.string().trim().min(1, 'Fill in the address of the mailbox'),
		allowUnauthorizedCerts: z.boolean().default(false),
	})
	.transform(({ imapHost, imapPort, imapSecurity, ...rest }) => ({
		host: imapHost,
		port: imapPort,
		security: imapSecurity,
		...rest,
	}));
