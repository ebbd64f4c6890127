import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';
import { securityOptions } from '../nodes/SignalMailbox/descriptions/security';

/** The mailbox that signals come in by, and the server that answers go out by. */
export class SignalMailboxApi implements ICredentialType {
	name = 'signalMailboxApi';

	displayName = 'Signal Mailbox API';

	icon: Icon = { light: 'file:../icons/mailbox.svg', dark: 'file:../icons/mailbox.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes.md#signal-mailbox';

	properties: INodeProperties[] = [
		{
			displayName: 'IMAP Host',
			name: 'imapHost',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'imap.company.nl',
		},
		{ displayName: 'IMAP Port', name: 'imapPort', type: 'number', default: 993 },
		{
			displayName: 'IMAP Security',
			name: 'imapSecurity',
			type: 'options',
			options: securityOptions({ tls: 993, starttls: 143 }),
			default: 'tls',
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			required: true,
			description: 'The login of the mailbox, often its address',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'From Address',
			name: 'fromAddress',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'name@email.com',
			description: 'The address of the mailbox, that answers are sent from',
		},
		{
			displayName: 'From Name',
			name: 'fromName',
			type: 'string',
			default: '',
			placeholder: 'Dienstencentrum',
			description: 'The name that receivers see',
		},
		{
			displayName: 'SMTP Host',
			name: 'smtpHost',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'smtp.company.nl',
		},
		{ displayName: 'SMTP Port', name: 'smtpPort', type: 'number', default: 587 },
		{
			displayName: 'SMTP Security',
			name: 'smtpSecurity',
			type: 'options',
			options: securityOptions({ tls: 465, starttls: 587 }),
			default: 'starttls',
		},
		{
			displayName: 'SMTP Login',
			name: 'smtpAuthentication',
			type: 'options',
			options: [
				{ name: 'Same as Mailbox', value: 'same' },
				{ name: 'Own Login', value: 'own' },
				{ name: 'None', value: 'none' },
			],
			default: 'same',
		},
		{
			displayName: 'SMTP User',
			name: 'smtpUser',
			type: 'string',
			default: '',
			displayOptions: { show: { smtpAuthentication: ['own'] } },
		},
		{
			displayName: 'SMTP Password',
			name: 'smtpPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: { show: { smtpAuthentication: ['own'] } },
		},
		// A switch is no secret, though its name sounds like one to the rule.
		// eslint-disable-next-line @n8n/community-nodes/credential-password-field
		{
			displayName: 'Allow Unauthorized Certificates (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of the mail server is not trusted. Anyone in between can then read the mail and the password.',
		},
		{
			displayName: 'Organisation',
			name: 'organisation',
			type: 'string',
			default: '',
			placeholder: 'Dienstencentrum',
			description: 'The name below our mails and in their texts. Left empty, texts use the From Name.',
		},
		{
			displayName: 'Department',
			name: 'department',
			type: 'string',
			default: '',
			placeholder: 'Afdeling Klantcontact',
		},
		{
			displayName: 'Signature',
			name: 'signature',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'Telefoon 070 123 45 67',
			description: 'More lines below every mail, such as a telephone number',
		},
		{
			displayName: 'House Colour',
			name: 'houseColour',
			type: 'color',
			default: '#154273',
			description: 'The colour of the line above every mail',
		},
		{
			displayName: 'Reply To Plus-Address',
			name: 'replyToWithReference',
			type: 'boolean',
			default: false,
			description:
				'Whether answers come in at name+R-2026-000123@company.nl, so that they are always recognised. Switch it on only when the mail server delivers such addresses in this mailbox.',
		},
		{
			displayName: 'Maximum Mails Per Hour',
			name: 'maxMailsPerHour',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1000,
			description: 'How many mails may go out in an hour, all together. More are held back.',
		},
		{
			displayName: 'Maximum Mails Per Day',
			name: 'maxMailsPerDay',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 5000,
			description: 'How many mails may go out in 24 hours, all together. More are held back.',
		},
	];
}
