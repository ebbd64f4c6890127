import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

/** An operator of a TOPdesk environment, with an application password. */
export class TopdeskApi implements ICredentialType {
	name = 'topdeskApi';

	displayName = 'TOPdesk API';

	icon: Icon = { light: 'file:../icons/topdesk.svg', dark: 'file:../icons/topdesk.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes.md#topdesk';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://company.topdesk.net',
			description: 'The address of TOPdesk, without /tas or anything behind it',
		},
		{
			displayName: 'Operator Login',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
			description:
				'The login name of the operator, not the name of the application password. A permission group of this operator must have REST API access.',
		},
		{
			displayName: 'Application Password',
			name: 'applicationPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Made in TOPdesk under My Settings, Application Passwords',
		},
		// A switch is no secret, though its name sounds like one to the rule.
		// eslint-disable-next-line @n8n/community-nodes/credential-password-field
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of TOPdesk is not trusted. Anyone in between can then read the password.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			auth: {
				username: '={{$credentials.username}}',
				password: '={{$credentials.applicationPassword}}',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: {
			// The same tolerance as topdeskBaseUrl: a slash or /tas behind the address does no harm.
			baseURL: '={{$credentials.baseUrl.trim().replace(/\\/(tas(\\/.*)?)?$/, "")}}',
			url: '/tas/api/version',
			skipSslCertificateValidation: '={{$credentials.allowUnauthorizedCerts}}',
		},
	};
}
