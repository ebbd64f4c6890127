import type {
	IAuthenticateGeneric,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

/** A Planon environment, with an access key for its generic REST API. */
export class PlanonApi implements ICredentialType {
	name = 'planonApi';

	displayName = 'Planon API';

	icon: Icon = { light: 'file:../icons/planon.svg', dark: 'file:../icons/planon.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes.md#planon';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://company.planoncloud.com',
			description: 'The address of Planon, without anything behind it',
		},
		{
			displayName: 'Base Path',
			name: 'basePath',
			type: 'string',
			default: '/sdk/system/rest/v2',
			required: true,
			description: 'Where the generic REST API is, with its version',
		},
		// A secret, though its name does not sound like one to the rule.
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password
		{
			displayName: 'Access Key',
			name: 'accessKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Made in Planon by its administrator. It expires: note the date.',
		},
		{
			displayName: 'Definition to Test With',
			name: 'testDefinition',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'UsrRequest',
			description:
				'A definition that this key may read. Testing the credential asks for a record that does not exist, so it reads nothing.',
		},
		// A switch is no secret, though its name sounds like one to the rule.
		// eslint-disable-next-line @n8n/community-nodes/credential-password-field
		{
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of Planon is not trusted. Anyone in between can then read the access key.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=PLANONKEY accesskey={{$credentials.accessKey}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL: '={{new URL($credentials.baseUrl.trim()).origin}}',
			url: '=/{{$credentials.basePath.trim().replace(/^\\/+|\\/+$/g, "")}}/read/{{$credentials.testDefinition.trim()}}',
			body: { filter: { Syscode: { eq: 0 } } },
			skipSslCertificateValidation: '={{$credentials.allowUnauthorizedCerts}}',
		},
	};
}
