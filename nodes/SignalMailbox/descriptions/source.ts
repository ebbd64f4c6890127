import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** What the Source field offers; each has a credential of its own. */
export const SOURCE_CHOICES = ['folder', 'imap', 'imapOAuth2', 'graph'] as const;
export type SourceChoice = (typeof SOURCE_CHOICES)[number];

/** The field that says where mail comes from. */
export const sourceField = (displayOptions?: INodeProperties['displayOptions']): INodeProperties => ({
	displayName: 'Source',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Folder of Files', value: 'folder', description: 'A folder with .eml files, or a Maildir' },
		{ name: 'IMAP', value: 'imap', description: 'Any mail server, with user and password' },
		{
			name: 'IMAP With OAuth2',
			value: 'imapOAuth2',
			description: 'A mail server that takes no passwords, such as Exchange Online or Gmail',
		},
		{
			name: 'Microsoft Graph',
			value: 'graph',
			description: 'A mailbox or shared mailbox in Exchange Online',
		},
	],
	default: 'imap',
	description: 'Where the mail lies',
	displayOptions,
});

/** Shows a credential for the source that it belongs to. */
export const forSource = (source: SourceChoice): INodeCredentialDescription['displayOptions'] => ({
	show: { source: [source] },
});

/** The credentials that n8n connects itself, and that it tests by that. */
export const tokenCredentials: INodeCredentialDescription[] = [
	{ name: 'signalMailboxOAuth2Api', required: true, displayOptions: forSource('imapOAuth2') },
	{ name: 'signalMailboxGraphOAuth2Api', required: true, displayOptions: forSource('graph') },
];
