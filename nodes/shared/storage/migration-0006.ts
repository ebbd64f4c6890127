import { randomBytes } from 'node:crypto';
import type { Kysely, Migration } from 'kysely';
import type { RegisterSchema } from './schema';

/** Links in our mails with the key they are signed with, when signals were closed, and what customers found of it. */
export const linksAndSatisfaction: Migration = {
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

		await untyped.schema
			.createTable('closures')
			.addColumn('signal_id', 'text', (column) => column.primaryKey().references('signals.id'))
			.addColumn('closed_at', 'text', (column) => column.notNull())
			.execute();
		await untyped.schema.createIndex('closures_by_moment').on('closures').column('closed_at').execute();

		await untyped.schema
			.createTable('satisfaction')
			.addColumn('signal_id', 'text', (column) => column.primaryKey().references('signals.id'))
			.addColumn('customer', 'text')
			.addColumn('invited_at', 'text', (column) => column.notNull())
			.addColumn('valid_until', 'text', (column) => column.notNull())
			.addColumn('mail_key', 'text', (column) => column.notNull())
			.addColumn('answer', 'text')
			.addColumn('remark', 'text')
			.addColumn('consequence', 'text')
			.addColumn('onvrede_id', 'text', (column) => column.references('signals.id'))
			.addColumn('answered_at', 'text')
			.addColumn('notice_key', 'text')
			.execute();
		await untyped.schema
			.createIndex('satisfaction_by_invitation')
			.on('satisfaction')
			.column('invited_at')
			.execute();
		await untyped.schema
			.createIndex('satisfaction_by_answer')
			.on('satisfaction')
			.columns(['answer', 'answered_at'])
			.execute();
		await untyped.schema
			.createIndex('satisfaction_of_customer')
			.on('satisfaction')
			.column('customer')
			.execute();
		await untyped.schema
			.createTable('satisfaction_turns')
			.addColumn('customer', 'text', (column) => column.primaryKey())
			.addColumn('signal_id', 'text', (column) => column.notNull().references('signals.id'))
			.addColumn('invited_at', 'text', (column) => column.notNull())
			.execute();

		const db = untyped as Kysely<RegisterSchema>;
		const key = randomBytes(32).toString('base64');
		await db.insertInto('link_keys').values({ name: 'current', key }).execute();
		await takeOverClosures(db);
	},
};

/** Of what was closed before: the last time that its status changed. */
async function takeOverClosures(db: Kysely<RegisterSchema>): Promise<void> {
	await db
		.insertInto('closures')
		.columns(['signal_id', 'closed_at'])
		.expression((query) =>
			query
				.selectFrom('signals')
				.select((row) => [
					'signals.id as signal_id',
					row.fn
						.coalesce(
							row
								.selectFrom('actions')
								.select((action) => action.fn.max('actions.at').as('at'))
								.whereRef('actions.signal_id', '=', 'signals.id')
								.where('actions.kind', '=', 'status'),
							'signals.handled_at',
							'signals.registered_at',
						)
						.as('closed_at'),
				])
				.where('signals.status', '=', 'afgesloten'),
		)
		.execute();
}
