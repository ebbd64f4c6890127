import type { Kysely, Migration } from 'kysely';

/** What people said of signals, for the classifier to learn from, and the models that came of it. */
export const learning: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('corrections')
			.addColumn('signal_id', 'text', (column) => column.primaryKey().references('signals.id'))
			.addColumn('labels', 'text', (column) => column.notNull())
			.addColumn('judged', 'text')
			.addColumn('actor', 'text', (column) => column.notNull())
			.addColumn('reason', 'text')
			.addColumn('at', 'text', (column) => column.notNull())
			.execute();
		await db.schema
			.createTable('classifier_models')
			.addColumn('version', 'text', (column) => column.primaryKey())
			.addColumn('file', 'text', (column) => column.notNull())
			.addColumn('report', 'text', (column) => column.notNull())
			.addColumn('actor', 'text', (column) => column.notNull())
			.addColumn('created_at', 'text', (column) => column.notNull())
			// 1 for the one in use; none when that is the one of the package.
			.addColumn('in_use', 'integer', (column) => column.notNull())
			.addColumn('in_use_since', 'text')
			.execute();
	},
};
