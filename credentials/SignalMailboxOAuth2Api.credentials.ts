import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';
import { MAILBOX_SENDS, senderProperties } from '../nodes/SignalMailbox/descriptions/sender';
import { imapServer, smtpServer } from '../nodes/SignalMailbox/descriptions/servers';

/** A mailbox behind IMAP and SMTP that is logged in to with OAuth2. n8n gets and renews the token. */
export class SignalMailboxOAuth2Api implements ICredentialType {
	name = 'signalMailboxOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Signal Mailbox OAuth2 API';

	icon: Icon = { light: 'file:../icons/mailbox.svg', dark: 'file:../icons/mailbox.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes.md#signal-mailbox';

	properties: INodeProperties[] = [
		...imapServer({ default: 'outlook.office365.com' }),
		{
			displayName: 'Mailbox',
			name: 'user',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'name@email.com',
			description: 'The address of the mailbox to open, which may be a shared one',
		},
		...smtpServer({ default: 'smtp.office365.com' }),
		// A switch is no secret, though its name sounds like one to the rule.
		// eslint-disable-next-line @n8n/community-nodes/credential-password-field
		{
			displayName: 'Allow Unauthorized Certificates (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of the mail server is not trusted. Anyone in between can then read the mail and the token.',
		},
		...senderProperties(MAILBOX_SENDS),
	];
}
