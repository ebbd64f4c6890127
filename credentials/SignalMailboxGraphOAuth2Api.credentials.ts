import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';
import { MAILBOX_SENDS, senderProperties } from '../nodes/SignalMailbox/descriptions/sender';

/** An app registration in Microsoft Entra that may read, write and send by one mailbox in Exchange Online, without a user. */
export class SignalMailboxGraphOAuth2Api implements ICredentialType {
	name = 'signalMailboxGraphOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Signal Mailbox Graph OAuth2 API';

	icon: Icon = { light: 'file:../icons/mailbox.svg', dark: 'file:../icons/mailbox.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes.md#signal-mailbox';

	properties: INodeProperties[] = [
		{
			displayName: 'Mailbox',
			name: 'mailbox',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'name@email.com',
			description: 'The address of the mailbox, which may be a shared one',
		},
		{
			displayName: 'Tenant ID',
			name: 'tenantId',
			type: 'string',
			default: '',
			required: true,
			description: 'The directory (tenant) ID of the app registration',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '=https://login.microsoftonline.com/{{$self["tenantId"]}}/oauth2/v2.0/token',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: 'https://graph.microsoft.com/.default',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		{
			displayName: 'Graph Address',
			name: 'baseUrl',
			type: 'hidden',
			default: 'https://graph.microsoft.com/v1.0',
		},
		...senderProperties(MAILBOX_SENDS),
	];
}
