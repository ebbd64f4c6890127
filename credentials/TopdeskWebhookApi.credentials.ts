import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

/** The secret by which n8n knows that it is TOPdesk that calls. */
export class TopdeskWebhookApi implements ICredentialType {
	name = 'topdeskWebhookApi';

	displayName = 'TOPdesk Webhook API';

	icon: Icon = { light: 'file:../icons/topdesk.svg', dark: 'file:../icons/topdesk.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes/topdesk-trigger.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'At least 24 characters that nobody can guess. The action sequence in TOPdesk sends the same ones in the header X-Regie-Secret.',
		},
	];
}
