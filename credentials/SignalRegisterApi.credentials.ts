import type { ICredentialType, INodeProperties, Icon } from 'n8n-workflow';

const onPostgres = (also: Record<string, unknown[]> = {}): INodeProperties['displayOptions'] => ({
	show: { database: ['postgres'], ...also } as NonNullable<INodeProperties['displayOptions']>['show'],
});
const byFields = onPostgres({ connectBy: ['fields'] });

/** Where the register of signals is kept. */
export class SignalRegisterApi implements ICredentialType {
	name = 'signalRegisterApi';

	displayName = 'Signal Register API';

	icon: Icon = { light: 'file:../icons/register.svg', dark: 'file:../icons/register.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-regie/n8n-nodes-regie/blob/main/docs/nodes.md#signal-register';

	properties: INodeProperties[] = [
		{
			displayName: 'Database',
			name: 'database',
			type: 'options',
			options: [
				{
					name: 'PostgreSQL',
					value: 'postgres',
					description: 'For n8n in queue mode, with workers on more than one machine',
				},
				{ name: 'SQLite File', value: 'sqlite', description: 'Nothing to install; for n8n on one machine' },
			],
			default: 'sqlite',
		},
		{
			displayName: 'Database File',
			name: 'databaseFile',
			type: 'string',
			default: '',
			placeholder: '/home/node/.n8n/regie/register.sqlite',
			description:
				'Path of the SQLite file on the n8n server. It is made when it does not exist. Leave empty to keep the register in n8n’s own folder, under regie/register.sqlite.',
			displayOptions: { show: { database: ['sqlite'] } },
		},
		{
			displayName: 'Connect By',
			name: 'connectBy',
			type: 'options',
			options: [
				{ name: 'Connection String', value: 'connectionString' },
				{ name: 'Fields', value: 'fields' },
			],
			default: 'fields',
			displayOptions: onPostgres(),
		},
		{
			displayName: 'Connection String',
			name: 'secretConnectionString',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'postgresql://user:password@host:5432/database',
			description:
				'Special characters in the password are written as %-codes. An sslmode in it goes before the SSL field below.',
			displayOptions: onPostgres({ connectBy: ['connectionString'] }),
		},
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			default: '',
			placeholder: 'postgres.company.nl',
			displayOptions: byFields,
		},
		{
			displayName: 'Port',
			name: 'port',
			type: 'number',
			default: 5432,
			displayOptions: byFields,
		},
		{
			displayName: 'Database Name',
			name: 'databaseName',
			type: 'string',
			default: '',
			placeholder: 'regie',
			description: 'It must be there, and be empty the first time; the tables in it are made',
			displayOptions: byFields,
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			description: 'The owner of the database',
			displayOptions: byFields,
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			displayOptions: byFields,
		},
		{
			displayName: 'SSL',
			name: 'ssl',
			type: 'boolean',
			default: true,
			description: 'Whether to encrypt the connection, and check the certificate of the server',
			displayOptions: onPostgres(),
		},
		// A switch is no secret, though its name sounds like one to the rule.
		// eslint-disable-next-line @n8n/community-nodes/credential-password-field
		{
			displayName: 'Allow Unauthorized Certificates (Insecure)',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			default: false,
			description:
				'Whether to connect even if the certificate of the server is not trusted. Anyone in between can then read the register and the password.',
			displayOptions: onPostgres({ ssl: [true] }),
		},
	];
}
