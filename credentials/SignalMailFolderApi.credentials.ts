import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

/** A folder on the n8n server that mail files may be read from: only an administrator of credentials can widen it. */
export class SignalMailFolderApi implements ICredentialType {
	name = 'signalMailFolderApi';

	displayName = 'Signal Mail Folder API';

	icon: Icon = { light: 'file:../icons/mailbox.svg', dark: 'file:../icons/mailbox.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes.md#signal-mailbox';

	properties: INodeProperties[] = [
		{
			displayName: 'Base Folder',
			name: 'baseFolder',
			type: 'string',
			default: '',
			required: true,
			placeholder: '/data/mail',
			description:
				'The folder on the n8n server below which mail files lie. Nothing outside it can be read or moved.',
		},
	];
}
