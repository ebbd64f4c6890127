import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

type HostField = Pick<INodeProperties, 'placeholder'> | { default: string };

/** How a connection to a mail server is made safe, with the ports that are usual for each. */
const securityOptions = (port: { tls: number; starttls: number }): INodePropertyOptions[] => [
	{ name: `TLS (usual Port ${port.tls})`, value: 'tls' },
	{ name: `STARTTLS (usual Port ${port.starttls})`, value: 'starttls' },
	{ name: 'None (insecure)', value: 'none' },
];

/** The fields of a credential that say where mail is read. */
export const imapServer = (host: HostField): INodeProperties[] => [
	{ displayName: 'IMAP Host', name: 'imapHost', type: 'string', default: '', required: true, ...host },
	{ displayName: 'IMAP Port', name: 'imapPort', type: 'number', default: 993 },
	{
		displayName: 'IMAP Security',
		name: 'imapSecurity',
		type: 'options',
		options: securityOptions({ tls: 993, starttls: 143 }),
		default: 'tls',
	},
];

/** The fields of a credential that say where mail is handed over. */
export const smtpServer = (host: HostField): INodeProperties[] => [
	{ displayName: 'SMTP Host', name: 'smtpHost', type: 'string', default: '', required: true, ...host },
	{ displayName: 'SMTP Port', name: 'smtpPort', type: 'number', default: 587 },
	{
		displayName: 'SMTP Security',
		name: 'smtpSecurity',
		type: 'options',
		options: securityOptions({ tls: 465, starttls: 587 }),
		default: 'starttls',
	},
];
