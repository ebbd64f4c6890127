import type { INodeProperties } from 'n8n-workflow';

const forAccessKey = { show: { authentication: ['accessKey'] } };
const forClient = { show: { authentication: ['clientCredentials'] } };

/** Where Planon is, and how n8n gets in. */
export const accessFields: INodeProperties[] = [
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
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		options: [
			{ name: 'Access Key', value: 'accessKey' },
			{ name: 'OIDC Client Credentials', value: 'clientCredentials' },
		],
		default: 'accessKey',
		description: 'How n8n gets into Planon. Your Planon may allow one of them, or both.',
	},
	{
		displayName: 'Access Key',
		name: 'accessKey',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description: 'Made in Planon by its administrator. It expires: note the date below.',
		displayOptions: forAccessKey,
	},
	{
		displayName: 'Access Key Expires On',
		name: 'accessKeyExpiresOn',
		type: 'string',
		default: '',
		placeholder: '2027-03-01',
		description:
			'The last day on which the key works. Ahead of it, testing this credential, every run and the operation Connection: Check warn of it.',
		displayOptions: forAccessKey,
	},
	{
		displayName: 'Warn Days Ahead',
		name: 'warnDaysAhead',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 30,
		description: 'How many days before the key expires the warnings begin',
		displayOptions: forAccessKey,
	},
	{
		displayName: 'Token URL',
		name: 'tokenUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'https://company-sso.planoncloud.com/auth/realms/planon/protocol/openid-connect/token',
		description: 'Where Planon gives out tokens',
		displayOptions: forClient,
	},
	{
		displayName: 'Client ID',
		name: 'clientId',
		type: 'string',
		default: '',
		required: true,
		displayOptions: forClient,
	},
	{
		displayName: 'Client Secret',
		name: 'clientSecret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: forClient,
	},
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'string',
		default: '',
		description: 'Only when your Planon administrator says that it is needed',
		displayOptions: forClient,
	},
	{
		displayName: 'Access Token',
		name: 'accessToken',
		type: 'hidden',
		typeOptions: { expirable: true, password: true },
		default: '',
	},
	{
		displayName: 'Definition to Test With',
		name: 'testDefinition',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'UsrRequest',
		description:
			'A definition that this credential may read. Testing it asks for a record that does not exist, so it reads nothing.',
	},
	{
		displayName: 'Ignore SSL Issues (Insecure)',
		name: 'allowUnauthorizedCerts',
		type: 'boolean',
		default: false,
		description:
			'Whether to connect even if the certificate of Planon is not trusted. Anyone in between can then read the access key.',
	},
];
