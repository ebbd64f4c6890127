import { randomBytes } from 'node:crypto';
import type { Kysely, Migration } from 'kysely';
import type { RegisterSchema } from './schema';

/** Links in our mails, and the key they are signed with. */
export const links: Migration = {
	async up(untyped: Kysely<unknown>) {
		await untyped.schema
			.createTable('link_keys')
			.addColumn('name', 'text', (column) => column.primaryKey())
			.addColumn('key', 'text', (column) => column.notNull())
			.execute();
		await untyped.schema
			.createTable('links')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('hash', 'text', (column) => column.notNull())
			.addColumn('purpose', 'text', (column) => column.notNull())
			.addColumn('subject', 'text', (column) => column.notNull())
			.addColumn('party', 'text')
			.addColumn('data', 'text', (column) => column.notNull())
			.addColumn('single_use', 'integer', (column) => column.notNull())
			.addColumn('created_at', 'text', (column) => column.notNull())
			.addColumn('valid_until', 'text', (column) => column.notNull())
			.addColumn('used_at', 'text')
			.execute();
		await untyped.schema
			.createIndex('links_of_subject')
			.on('links')
			.columns(['subject', 'purpose'])
			.execute();
		await untyped.schema.createIndex('links_of_party').on('links').column('party').execute();
		await untyped.schema.createIndex('links_by_end').on('links').column('valid_until').execute();

		const db = untyped as Kysely<RegisterSchema>;
		const key = randomBytes(32).toString('base64');
		await db.insertInto('link_keys').values({ name: 'current', key }).execute();
	},
};
