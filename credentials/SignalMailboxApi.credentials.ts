import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';
import { senderProperties } from '../nodes/SignalMailbox/descriptions/sender';
import { imapServer, smtpServer } from '../nodes/SignalMailbox/descriptions/servers';

/** The mailbox that signals come in by, and the server that answers go out by. */
export class SignalMailboxApi implements ICredentialType {
	name = 'signalMailboxApi';

	displayName = 'Signal Mailbox API';

	icon: Icon = { light: 'file:../icons/mailbox.svg', dark: 'file:../icons/mailbox.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes.md#signal-mailbox';

	properties: INodeProperties[] = [
		...imapServer({ placeholder: 'imap.company.nl' }),
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
		...smtpServer({ placeholder: 'smtp.company.nl' }),
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
		...senderProperties({
			required: true,
			description: 'The address of the mailbox, that answers are sent from',
		}),
	];
}
