import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** What the Source field offers; each has a credential of its own. */
export const SOURCE_CHOICES = ['folder', 'imap', 'imapOAuth2', 'graph'] as const;
export type SourceChoice = (typeof SOURCE_CHOICES)[number];

type DisplayOptions = INodeProperties['displayOptions'];

const DESCRIPTIONS: Record<SourceChoice, string> = {
	folder: 'A folder with .eml files, or a Maildir',
	imap: 'Any mail server, with user and password',
	imapOAuth2: 'A mail server that takes no passwords, such as Exchange Online or Gmail',
	graph: 'A mailbox or shared mailbox in Exchange Online',
};

const choiceOf = (
	names: Partial<Record<SourceChoice, string>>,
	description: string,
	displayOptions: DisplayOptions,
): INodeProperties => ({
	displayName: 'Source',
	name: 'source',
	type: 'options',
	noDataExpression: true,
	options: SOURCE_CHOICES.filter((value) => names[value]).map((value) => ({
		name: names[value]!,
		value,
		description: DESCRIPTIONS[value],
	})),
	default: 'imap',
	description,
	displayOptions,
});

/** The field that says where mail comes from. */
export const sourceField = (displayOptions?: DisplayOptions): INodeProperties =>
	choiceOf(
		{
			folder: 'Folder of Files',
			imap: 'IMAP',
			imapOAuth2: 'IMAP With OAuth2',
			graph: 'Microsoft Graph',
		},
		'Where the mail lies',
		displayOptions,
	);

/** The field that says which mailbox mail goes out by: the same choices, but a folder cannot send. */
export const sendingSourceField = (displayOptions: DisplayOptions): INodeProperties =>
	choiceOf(
		{ imap: 'IMAP and SMTP', imapOAuth2: 'IMAP and SMTP With OAuth2', graph: 'Microsoft Graph' },
		'The mailbox that mail is sent from',
		displayOptions,
	);

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

/**
 * Shows a credential for the source that it belongs to. By hiding it for the others: a field by which
 * credentials are shown, n8n takes out of the panel, and puts with the credential.
 */
export const forSource = (source: SourceChoice): INodeCredentialDescription['displayOptions'] => ({
	hide: { source: SOURCE_CHOICES.filter((other) => other !== source) },
});

/** The credentials that n8n connects itself, and that it tests by that. */
export const tokenCredentials: INodeCredentialDescription[] = [
	{ name: 'signalMailboxOAuth2Api', required: true, displayOptions: forSource('imapOAuth2') },
	{ name: 'signalMailboxGraphOAuth2Api', required: true, displayOptions: forSource('graph') },
];
