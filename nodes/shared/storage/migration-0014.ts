import { sql, type Kysely, type Migration } from 'kysely';
import { z } from 'zod/v4';
import type { RegisterSchema } from './schema';

/** Rows that are taken over at a time, so that a large register needs no large memory. */
const BATCH = 500;

const contentSchema = z.object({
	classification: z.object({ also: z.array(z.string()).default([]) }).nullable(),
});

/** Onvrede beside what a signal is in the first place: reports count it too. */
export const onvredeAndDuplicates: Migration = {
	async up(untyped: Kysely<unknown>) {
		await untyped.schema
			.alterTable('report_facts')
			.addColumn('dissatisfied', 'integer', (column) => column.notNull().defaultTo(0))
			.execute();
		// Few signals are: without an index of their own all of a period would be looked through.
		await sql`
			create index report_facts_dissatisfied on report_facts (received_on) where dissatisfied = 1
		`.execute(untyped);
		const db = untyped as Kysely<RegisterSchema>;
		await db.updateTable('report_facts').set({ dissatisfied: 1 }).where('category', '=', 'onvrede').execute();
		await takeOverSideCategories(db);
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
