import type { Kysely, Migration } from 'kysely';

/** What customers were told of planned work and disturbances, and the mails by which. */
export const announcements: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('announcement_mails')
			.addColumn('key', 'text', (column) => column.primaryKey())
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('recipient', 'text', (column) => column.notNull())
			.addColumn('daily', 'integer', (column) => column.notNull())
			.addColumn('content', 'text', (column) => column.notNull())
			.addColumn('made_at', 'text', (column) => column.notNull())
			.addColumn('outcome', 'text')
			.execute();
		await db.schema
			.createIndex('announcement_mails_by_recipient')
			.on('announcement_mails')
			.columns(['recipient', 'kind', 'made_at'])
			.execute();

		await db.schema
			.createTable('announcement_told')
			.addColumn('recipient', 'text', (column) => column.notNull())
			.addColumn('code', 'text', (column) => column.notNull())
			.addColumn('version', 'integer', (column) => column.notNull())
			.addColumn('seen', 'text', (column) => column.notNull())
			.addColumn('mail_key', 'text', (column) => column.notNull())
			// Of two runs that tell the same at once, the database lets one.
			.addPrimaryKeyConstraint('one_announcement_told', ['recipient', 'code'] as never[])
			.execute();
	},
};
