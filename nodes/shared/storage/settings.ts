import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';

/** Settings of the register, as they stand in its credential. */
export const registerSettingsSchema = z.object({
	database: z.enum(['sqlite', 'postgres']).default('sqlite'),
	/** Path of the SQLite file; empty means the default place in n8n's own folder. */
	databaseFile: z.string().trim().default(''),
	/** PostgreSQL by one address, or by the fields below. */
	connectBy: z.enum(['fields', 'connectionString']).default('fields'),
	/** `postgresql://user:password@host:5432/database` */
	secretConnectionString: z.string().trim().default(''),
	host: z.string().trim().default(''),
	port: z.number().int().positive().default(5432),
	databaseName: z.string().trim().default(''),
	user: z.string().trim().default(''),
	password: z.string().default(''),
	ssl: z.boolean().default(true),
	allowUnauthorizedCerts: z.boolean().default(false),
});
export type RegisterSettings = z.input<typeof registerSettingsSchema>;
export type ParsedRegisterSettings = z.output<typeof registerSettingsSchema>;

/** `<n8n's folder>/.n8n/regie/register.sqlite`: next to what an administrator backs up anyway. */
export function defaultDatabaseFile(env: NodeJS.ProcessEnv = process.env): string {
	return join(env.N8N_USER_FOLDER || homedir(), '.n8n', 'regie', 'register.sqlite');
}
