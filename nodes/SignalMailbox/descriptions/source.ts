import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** What the Source field offers; each has a credential of its own. */
export const SOURCE_CHOICES = ['folder', 'imap', 'imapOAuth2', 'graph'] as const;
export type SourceChoice = (typeof SOURCE_CHOICES)[number];

type DisplayOptions = INodeProperties['displayOptions'];

const sourceBase = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	default: 'imap',
} satisfies Partial<INodeProperties>;

/** The field that says where mail comes from. */
export const sourceField = (displayOptions?: DisplayOptions): INodeProperties => ({
	...sourceBase,
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
	description: 'Where the mail lies',
	displayOptions,
});

/** The field that says which mailbox mail goes out by. */
export const sendingSourceField = (displayOptions: DisplayOptions): INodeProperties => ({
	...sourceBase,
	options: [
		{ name: 'IMAP and SMTP', value: 'imap', description: 'Any mail server, with user and password' },
		{
			name: 'IMAP and SMTP With OAuth2',
			value: 'imapOAuth2',
			description: 'A mail server that takes no passwords, such as Exchange Online or Gmail',
		},
		{
			name: 'Microsoft Graph',
			value: 'graph',
			description: 'A mailbox or shared mailbox in Exchange Online',
		},
	],
	description: 'The mailbox that the mail is sent from',
	displayOptions,
});

/** The field that names the mark of mail that was put away. A folder of files has no marks. */
export const skipKeywordField = (show: NonNullable<DisplayOptions>['show'] = {}): INodeProperties => ({
	displayName: 'Skip Mail With Keyword',
	name: 'skipKeyword',
	type: 'string',
	default: '$Geregistreerd',
	description:
		'Mail with this keyword (IMAP) or category (Exchange) counts as put away, as Acknowledge does it when it marks mail. Empty skips nothing.',
	displayOptions: { show: { ...show, source: ['imap', 'imapOAuth2', 'graph'] } },
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
