import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ImportedCredential } from '../../support/credentials';
import type { Desk } from '../../support/desk';

/** Fields of a credential that nobody may read back. */
const SECRET_FIELD = /password|secret|token|accessKey/i;

/** Secrets of credentials, also as they go over the line when somebody logs in. */
export function secretsIn(credentials: readonly ImportedCredential[]): string[] {
	return credentials.flatMap(({ data }) => {
		const secrets = Object.entries(data).flatMap(([name, value]) =>
			SECRET_FIELD.test(name) && typeof value === 'string' && value !== '' ? [value] : [],
		);
		const user = String(data.user ?? data.username ?? '');
		return secrets.flatMap((secret) => [
			secret,
			Buffer.from(`${user}:${secret}`).toString('base64'),
			Buffer.from(`\0${user}\0${secret}`).toString('base64'),
		]);
	});
}

/** Whatever can be read afterwards of a desk with its register in SQLite: n8n's logs and database, the register, and the mails that went out. */
export function traces(desk: Desk): Array<{ where: string; content: Buffer }> {
	const folders = [desk.n8n.env.N8N_USER_FOLDER!, dirname(desk.register.databaseFile!)];
	const files = folders.flatMap((folder) =>
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
			.map(({ parentPath, name }) => join(parentPath, name)),
	);
	return [
		...files.map((where) => ({ where, content: readFileSync(where) })),
		...desk.outgoing.messages.map(({ subject, raw }) => ({ where: `mail "${subject}"`, content: raw })),
	];
}
