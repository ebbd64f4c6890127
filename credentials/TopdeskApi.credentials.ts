import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';
import { basicLogin, loginUrl, tokenFrom, tokenHeader } from '../nodes/Topdesk/api/login';

/** An operator of a TOPdesk environment. The node tests it, and tells a wrong password from a wrong address. */
export class TopdeskApi implements ICredentialType {
	name = 'topdeskApi';

	displayName = 'TOPdesk API';

	icon: Icon = { light: 'file:../icons/topdesk.svg', dark: 'file:../icons/topdesk.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes/topdesk.md#credential';

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
			displayName: 'Authentication',
			name: 'authentication',
			type: 'options',
			options: [
				{ name: 'Application Password', value: 'applicationPassword' },
				{ name: 'Login Token (Legacy)', value: 'token' },
			],
			default: 'applicationPassword',
			description: 'Use an application password unless your TOPdesk is too old to have them',
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
			displayOptions: { show: { authentication: ['applicationPassword'] } },
			description: 'Made in TOPdesk under My Settings, Application Passwords',
		},
		{
			displayName: 'Operator Password',
			name: 'operatorPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			displayOptions: { show: { authentication: ['token'] } },
			description: 'The password with which the operator logs in to TOPdesk itself',
		},
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
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

	/** n8n asks for a token where there is none, and again after a 401. An application password needs none. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		if (credentials.authentication !== 'token') return {};
		const answer: unknown = await this.helpers.httpRequest({
			method: 'GET',
			url: loginUrl(String(credentials.baseUrl)),
			auth: basicLogin(credentials),
			skipSslCertificateValidation: credentials.allowUnauthorizedCerts === true,
			sendCredentialsOnCrossOriginRedirect: false,
		});
		return { sessionToken: tokenFrom(answer) };
	}

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> =>
		credentials.authentication === 'token'
			? { ...request, headers: { ...request.headers, ...tokenHeader(String(credentials.sessionToken)) } }
			: { ...request, auth: basicLogin(credentials) };
}
