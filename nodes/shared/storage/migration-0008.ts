import type { Kysely, Migration } from 'kysely';

/** The versions of the classifier's model. */
export const classifierModels: Migration = {
	async up(db: Kysely<unknown>) {
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
