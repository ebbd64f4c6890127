import type { Kysely, Migration } from 'kysely';

/** The catalogue of products and services (PDC): versions, what happened to items, change notices, questions. */
export const catalogue: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('pdc_versions')
			.addColumn('collection', 'text', (column) => column.notNull())
			.addColumn('code', 'text', (column) => column.notNull())
			.addColumn('version', 'integer', (column) => column.notNull())
			.addColumn('content', 'text', (column) => column.notNull())
			.addColumn('changed_at', 'text', (column) => column.notNull())
			.addColumn('changed_by', 'text', (column) => column.notNull())
			.addColumn('reason', 'text', (column) => column.notNull())
			.addColumn('notice', 'text')
			// Of two that make the next version at the same moment, the database lets one.
			.addPrimaryKeyConstraint('one_pdc_version', ['collection', 'code', 'version'] as never[])
			.execute();
		await db.schema.createIndex('pdc_versions_by_moment').on('pdc_versions').column('changed_at').execute();

		await db.schema
			.createTable('pdc_events')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('code', 'text', (column) => column.notNull())
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('at', 'text', (column) => column.notNull())
			.addColumn('actor', 'text', (column) => column.notNull())
			.addColumn('text', 'text', (column) => column.notNull())
			.execute();
		await db.schema
			.createIndex('pdc_events_of_item')
			.on('pdc_events')
			.columns(['code', 'kind', 'at'])
			.execute();

		await db.schema
			.createTable('pdc_notices')
			.addColumn('number', 'text', (column) => column.primaryKey())
			.addColumn('fingerprint', 'text', (column) => column.notNull())
			// Null once it is finished: the same change may come again, but not twice at a time.
			.addColumn('open_fingerprint', 'text', (column) => column.unique())
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('code', 'text', (column) => column.notNull())
			.addColumn('submitted_at', 'text', (column) => column.notNull())
			.addColumn('waiting_since', 'text', (column) => column.notNull())
			.addColumn('reminded_at', 'text')
			.addColumn('content', 'text', (column) => column.notNull())
			.execute();
		await db.schema.createIndex('pdc_notices_by_state').on('pdc_notices').column('state').execute();
		await db.schema.createIndex('pdc_notices_by_change').on('pdc_notices').column('fingerprint').execute();
		await db.schema.createIndex('pdc_notices_of_item').on('pdc_notices').column('code').execute();

		await db.schema
			.createTable('pdc_notice_log')
			.addColumn('notice', 'text', (column) => column.notNull().references('pdc_notices.number'))
			.addColumn('line', 'integer', (column) => column.notNull())
			.addColumn('at', 'text', (column) => column.notNull())
			.addColumn('actor', 'text', (column) => column.notNull())
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('text', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('one_pdc_notice_line', ['notice', 'line'] as never[])
			.execute();

		await db.schema
			.createTable('pdc_notice_counters')
			.addColumn('year', 'integer', (column) => column.primaryKey())
			.addColumn('last', 'integer', (column) => column.notNull())
			.execute();

		await db.schema
			.createTable('pdc_questions')
			.addColumn('id', 'text', (column) => column.primaryKey())
			// The signal it was asked in; the same signal asks once.
			.addColumn('source_key', 'text', (column) => column.notNull().unique())
			.addColumn('asked_at', 'text', (column) => column.notNull())
			.addColumn('question', 'text', (column) => column.notNull())
			.addColumn('answered', 'integer', (column) => column.notNull())
			.addColumn('confidence', 'real', (column) => column.notNull())
			.addColumn('codes', 'text', (column) => column.notNull())
			.execute();
		await db.schema.createIndex('pdc_questions_by_moment').on('pdc_questions').column('asked_at').execute();
	},
};
