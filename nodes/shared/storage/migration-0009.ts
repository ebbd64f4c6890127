import type { Kysely, Migration } from 'kysely';
import { signalSchema, statusSchema } from '../domain/signal';
import { factsAfterMove, newFacts } from './report-facts';
import type { ReportFactTable } from './report-schema';
import type { RegisterSchema } from './schema';

/** Rows that are taken over at a time, so that a large register needs no large memory. */
const BATCH = 500;

const contentSchema = signalSchema.pick({ id: true, source: true, customer: true, classification: true });

/** As `moveStatus` writes it down. */
const MOVED = /^Van '[^']*' naar '([^']*)'\./;

/** What reports count, the reports that were made, and what was agreed about them. */
export const supplierReports: Migration = {
	async up(untyped: Kysely<unknown>) {
		await untyped.schema
			.createTable('report_facts')
			// No reference: what was counted stays counted when a signal is erased.
			.addColumn('signal_id', 'text', (column) => column.primaryKey())
			.addColumn('received_on', 'text', (column) => column.notNull())
			.addColumn('supplier', 'text', (column) => column.notNull())
			.addColumn('category', 'text', (column) => column.notNull())
			.addColumn('organisation', 'text')
			.addColumn('decided_by', 'text', (column) => column.notNull())
			.addColumn('unsure', 'integer', (column) => column.notNull())
			.addColumn('closed_on', 'text')
			.addColumn('lead_days', 'integer')
			.addColumn('reopened', 'integer', (column) => column.notNull())
			.execute();
		await untyped.schema
			.createIndex('report_facts_by_receipt')
			.on('report_facts')
			.columns(['received_on', 'supplier', 'category'])
			.execute();
		await untyped.schema
			.createIndex('report_facts_by_closing')
			.on('report_facts')
			.columns(['closed_on', 'supplier', 'category', 'lead_days', 'reopened'])
			.execute();

		await untyped.schema
			.createTable('supplier_reports')
			.addColumn('supplier', 'text', (column) => column.notNull())
			.addColumn('from_day', 'text', (column) => column.notNull())
			.addColumn('until_day', 'text', (column) => column.notNull())
			.addColumn('made_at', 'text', (column) => column.notNull())
			.addColumn('explanation', 'text', (column) => column.notNull())
			.addColumn('approved_at', 'text')
			.addColumn('approved_by', 'text')
			.addColumn('report', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('one_report_per_period', ['supplier', 'from_day', 'until_day'] as never[])
			.execute();
		await untyped.schema
			.createTable('report_agreements')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('supplier', 'text', (column) => column.notNull())
			.addColumn('made_on', 'text', (column) => column.notNull())
			.addColumn('text', 'text', (column) => column.notNull())
			.addColumn('due_on', 'text')
			.addColumn('outcome', 'text', (column) => column.notNull())
			.addColumn('outcome_text', 'text', (column) => column.notNull())
			.addColumn('decided_on', 'text')
			.execute();
		await untyped.schema
			.createIndex('report_agreements_by_supplier')
			.on('report_agreements')
			.columns(['supplier', 'made_on'])
			.execute();
		await takeOverFacts(untyped as Kysely<RegisterSchema>);
	},
};

/** Without what later migrations count, which has no column yet. */
const factsThen = ({ dissatisfied: _dissatisfied, duplicate_of: _duplicate, ...facts }: ReportFactTable) =>
	facts;

async function takeOverFacts(db: Kysely<RegisterSchema>): Promise<void> {
	for (let after = ''; ;) {
		const rows = await db
			.selectFrom('signals')
			.select(['id', 'received_at', 'content'])
			.where('id', '>', after)
			.orderBy('id')
			.limit(BATCH)
			.execute();
		for (const { received_at, content } of rows) {
			const facts = factsThen(newFacts(contentSchema.parse(JSON.parse(content))));
			for (const { at, status } of await movesOf(db, facts.signal_id)) {
				Object.assign(facts, factsAfterMove(received_at, facts, status, new Date(at)));
			}
			await db
				.insertInto('report_facts')
				.values(facts as ReportFactTable)
				.execute();
		}
		if (rows.length < BATCH) return;
		after = rows.at(-1)!.id;
	}
}

async function movesOf(db: Kysely<RegisterSchema>, signalId: string) {
	const moves = await db
		.selectFrom('actions')
		.select(['at', 'text'])
		.where('signal_id', '=', signalId)
		.where('kind', '=', 'status')
		.orderBy('at')
		.orderBy('id')
		.execute();
	return moves.flatMap(({ at, text }) => {
		const status = statusSchema.safeParse(MOVED.exec(text)?.[1]);
		return status.success ? [{ at, status: status.data }] : [];
	});
}
