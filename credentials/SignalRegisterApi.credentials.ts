import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

/** Where the register of signals is kept. */
export class SignalRegisterApi implements ICredentialType {
	name = 'signalRegisterApi';

	displayName = 'Signal Register API';

	icon: Icon = { light: 'file:../icons/register.svg', dark: 'file:../icons/register.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes.md#signal-register';

	properties: INodeProperties[] = [
		{
			displayName: 'Database File',
			name: 'databaseFile',
			type: 'string',
			default: '',
			placeholder: '/home/node/.n8n/regie/register.sqlite',
			description:
				'Path of the SQLite file on the n8n server. It is made when it does not exist. Leave empty to keep the register in n8n’s own folder, under regie/register.sqlite.',
		},
	];
}
