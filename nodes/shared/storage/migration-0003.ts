import { sql, type Kysely, type Migration } from 'kysely';
import { isPostgres } from './dialect';
import { actionsOnlyGrowInPostgres } from './postgres-history';
import type { RegisterSchema } from './schema';
import { actionsOnlyGrowInSqlite } from './sqlite-history';
import { storedSignals } from './stored-signals';

/** What changed from what to what; who handles a signal, and which one it is a duplicate of; indexes for lists. */
export const historyAndHandling: Migration = {
	async up(untyped: Kysely<unknown>) {
		for (const name of ['field', 'old_value', 'new_value']) {
			await untyped.schema.alterTable('actions').addColumn(name, 'text').execute();
		}
		for (const name of ['urgency', 'handler', 'duplicate_of']) {
			await untyped.schema.alterTable('signals').addColumn(name, 'text').execute();
		}
		await untyped.schema.createIndex('duplicates_of_signal').on('signals').column('duplicate_of').execute();

		// Lists are the newest first; what they are cut down to comes before that in the index.
		await untyped.schema.dropIndex('signals_by_status').execute();
		await untyped.schema.dropIndex('signals_by_customer').execute();
		await untyped.schema.dropIndex('signals_by_registration').execute();
		await untyped.schema
			.createIndex('signals_newest')
			.on('signals')
			.columns(['registered_at', 'reference'])
			.execute();
		for (const column of ['status', 'supplier', 'category', 'customer_email', 'handler']) {
			await untyped.schema
				.createIndex(`signals_newest_by_${column}`)
				.on('signals')
				.columns([column, 'registered_at', 'reference'])
				.execute();
		}
		// Its text may be longer than an index takes, and addresses are looked up in outbox_recipients.
		await untyped.schema.dropIndex('outbox_by_recipient').execute();

		await takeOver(untyped as Kysely<RegisterSchema>);
		await (isPostgres(untyped) ? actionsOnlyGrowInPostgres : actionsOnlyGrowInSqlite)(untyped);
	},
};

async function takeOver(db: Kysely<RegisterSchema>): Promise<void> {
	for await (const { id, content } of storedSignals(db)) {
		const { classification } = JSON.parse(content) as { classification: { urgency: string } | null };
		const urgency = classification?.urgency ?? null;
		await db.updateTable('signals').set({ urgency }).where('id', '=', id).execute();
	}
	// `Van 'ontvangen' naar 'doorgezet'.` is how every change of status was written until here.
	const moves = await db
		.selectFrom('actions')
		.select(['id', 'text'])
		.where('kind', '=', 'status')
		.where(sql<boolean>`text like 'Van ''%'' naar ''%''.'`)
		.execute();
	for (const { id, text } of moves) {
		const [, old_value, new_value] = /^Van '([^']*)' naar '([^']*)'\.$/.exec(text)!;
		const change = { field: 'status', old_value, new_value };
		await db.updateTable('actions').set(change).where('id', '=', id).execute();
	}
}
