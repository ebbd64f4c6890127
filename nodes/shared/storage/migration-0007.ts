import type { Kysely, Migration } from 'kysely';

/** What was forgotten of which signal, and who looked at whose data. */
export const privacy: Migration = {
	async up(untyped: Kysely<unknown>) {
		await untyped.schema
			.createTable('forgotten')
			.addColumn('signal_id', 'text', (column) => column.notNull().references('signals.id'))
			.addColumn('what', 'text', (column) => column.notNull())
			.addColumn('at', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('forgotten_once', ['signal_id', 'what'] as never[])
			.execute();
		await untyped.schema
			.createTable('access_log')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('at', 'text', (column) => column.notNull())
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('actor', 'text', (column) => column.notNull())
			.addColumn('reason', 'text', (column) => column.notNull())
			.addColumn('person', 'text', (column) => column.notNull())
			.addColumn('signals', 'integer', (column) => column.notNull())
			.execute();
		await untyped.schema.createIndex('access_log_by_moment').on('access_log').column('at').execute();
		await untyped.schema
			.createIndex('access_log_of_person')
			.on('access_log')
			.columns(['person', 'at'])
			.execute();
		await untyped.schema.createIndex('follow_ups_of_sender').on('follow_ups').column('sender').execute();
	},
};
