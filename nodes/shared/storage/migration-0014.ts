import { sql, type Kysely, type Migration } from 'kysely';
import { z } from 'zod/v4';
import type { RegisterSchema } from './schema';

/** Rows that are taken over at a time, so that a large register needs no large memory. */
const BATCH = 500;

const contentSchema = z.object({
	classification: z.object({ also: z.array(z.string()).default([]) }).nullable(),
});

/**
 * Onvrede beside what a signal is in the first place, which reports count too; and which signals are duplicates, which
 * were not handled themselves.
 */
export const onvredeAndDuplicates: Migration = {
	async up(untyped: Kysely<unknown>) {
		await untyped.schema
			.alterTable('report_facts')
			.addColumn('dissatisfied', 'integer', (column) => column.notNull().defaultTo(0))
			.execute();
		await untyped.schema.alterTable('report_facts').addColumn('duplicate_of', 'text').execute();
		// Few signals are: without an index of their own all of a period would be looked through.
		await sql`
			create index report_facts_dissatisfied on report_facts (received_on) where dissatisfied = 1
		`.execute(untyped);
		await sql`
			create index report_facts_duplicates on report_facts (duplicate_of) where duplicate_of is not null
		`.execute(untyped);
		await untyped.schema.dropIndex('report_facts_by_closing').execute();
		await untyped.schema
			.createIndex('report_facts_by_closing')
			.on('report_facts')
			// Last, so that what was closed is counted from the index alone.
			.columns(['closed_on', 'supplier', 'category', 'lead_days', 'reopened', 'duplicate_of'])
			.execute();
		const db = untyped as Kysely<RegisterSchema>;
		await db.updateTable('report_facts').set({ dissatisfied: 1 }).where('category', '=', 'onvrede').execute();
		await takeOverSideCategories(db);
		await takeOverDuplicates(db);
	},
};

async function takeOverSideCategories(db: Kysely<RegisterSchema>): Promise<void> {
	for (let after = ''; ;) {
		const rows = await db
			.selectFrom('signals')
			.select(['id', 'content'])
			.where('id', '>', after)
			// The word as JSON has it; what a customer wrote between quotes has a backslash before them.
			.where('content', 'like', '%"onvrede"%')
			.orderBy('id')
			.limit(BATCH)
			.execute();
		const ids = rows
			.filter(({ content }) =>
				contentSchema.parse(JSON.parse(content)).classification?.also.includes('onvrede'),
			)
			.map(({ id }) => id);
		if (ids.length > 0) {
			await db.updateTable('report_facts').set({ dissatisfied: 1 }).where('signal_id', 'in', ids).execute();
		}
		if (rows.length < BATCH) return;
		after = rows.at(-1)!.id;
	}
}

async function takeOverDuplicates(db: Kysely<RegisterSchema>): Promise<void> {
	const duplicates = await db
		.selectFrom('signals as duplicate')
		.innerJoin('signals as kept', 'kept.reference', 'duplicate.duplicate_of')
		.select(['duplicate.id', 'kept.id as keptId'])
		.execute();
	for (const { id, keptId } of duplicates) {
		await db.updateTable('report_facts').set({ duplicate_of: keptId }).where('signal_id', '=', id).execute();
	}
}
