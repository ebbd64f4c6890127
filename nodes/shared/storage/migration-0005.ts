import { sql, type Kysely, type Migration } from 'kysely';
import { addressKey } from '../domain/address';
import type { RegisterSchema } from './schema';

const BATCH = 500;

/** When the customer of a signal must hear something, what suppliers reported, and who wants no updates. */
export const statusUpdates: Migration = {
	async up(untyped: Kysely<unknown>) {
		await untyped.schema
			.createTable('updates')
			.addColumn('signal_id', 'text', (column) => column.primaryKey().references('signals.id'))
			.addColumn('customer', 'text')
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('due_at', 'text')
			.addColumn('status_since', 'text', (column) => column.notNull())
			.addColumn('told_status', 'text')
			.addColumn('answered', 'integer', (column) => column.notNull())
			.addColumn('waiting_since', 'text', (column) => column.notNull())
			.addColumn('promised_until', 'text')
			.addColumn('stopped', 'integer', (column) => column.notNull().defaultTo(0))
			.addColumn('supplier_heard_at', 'text')
			.addColumn('escalated_at', 'text')
			.addColumn('supplier_due_at', 'text')
			.addColumn('ask_due_at', 'text')
			.addColumn('asks', 'integer', (column) => column.notNull().defaultTo(0))
			.execute();
		await untyped.schema.createIndex('updates_due').on('updates').columns(['state', 'due_at']).execute();
		await untyped.schema
			.createIndex('updates_of_customer')
			.on('updates')
			.columns(['customer', 'state'])
			.execute();
		await untyped.schema
			.createIndex('updates_supplier_due')
			.on('updates')
			.column('supplier_due_at')
			.execute();
		await untyped.schema.createIndex('updates_ask_due').on('updates').column('ask_due_at').execute();

		await untyped.schema
			.createTable('update_messages')
			.addColumn('customer', 'text', (column) => column.primaryKey())
			.addColumn('key', 'text', (column) => column.notNull().unique())
			.addColumn('content', 'text', (column) => column.notNull())
			.addColumn('claimed_by', 'text')
			.addColumn('claimed_until', 'text')
			.execute();
		await untyped.schema
			.createTable('update_stops')
			.addColumn('customer', 'text', (column) => column.primaryKey())
			.addColumn('at', 'text', (column) => column.notNull())
			.addColumn('actor', 'text', (column) => column.notNull())
			.execute();
		await untyped.schema
			.createTable('update_plans')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('settings', 'text', (column) => column.notNull())
			.execute();
		await untyped.schema
			.createTable('supplier_changes')
			.addColumn('change_id', 'text', (column) => column.primaryKey())
			.addColumn('signal_id', 'text', (column) => column.notNull().references('signals.id'))
			.addColumn('at', 'text', (column) => column.notNull())
			.execute();
		await untyped.schema
			.createTable('questions')
			.addColumn('signal_id', 'text', (column) => column.primaryKey().references('signals.id'))
			.addColumn('question', 'text', (column) => column.notNull())
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('due_at', 'text')
			.addColumn('ends_at', 'text', (column) => column.notNull())
			.addColumn('rounds', 'integer', (column) => column.notNull())
			.execute();
		await untyped.schema.createIndex('questions_due').on('questions').column('due_at').execute();
		await untyped.schema.createIndex('tickets_by_number').on('tickets').column('number').execute();

		const db = untyped as Kysely<RegisterSchema>;
		await takeOverOpenSignals(db);
		await fillInCustomers(db);
	},
};

/** Signals that are open already are followed from here on. */
async function takeOverOpenSignals(db: Kysely<RegisterSchema>): Promise<void> {
	await db
		.insertInto('updates')
		.columns([
			'signal_id',
			'customer',
			'state',
			'status_since',
			'told_status',
			'answered',
			'waiting_since',
			'supplier_heard_at',
		])
		.expression((query) =>
			query
				.selectFrom('signals')
				.leftJoin('tickets', 'tickets.signal_id', 'signals.id')
				.select(({ fn, ref }) => [
					'signals.id as signal_id',
					'signals.customer_email as customer',
					sql<string>`'plan'`.as('state'),
					fn.coalesce(ref('signals.handled_at'), ref('signals.received_at')).as('status_since'),
					'signals.status as told_status',
					sql<number>`case when signals.handled_at is null then 0 else 1 end`.as('answered'),
					fn.coalesce(ref('signals.handled_at'), ref('signals.received_at')).as('waiting_since'),
					fn.max(ref('tickets.created_at')).as('supplier_heard_at'),
				])
				.where('signals.status', 'not in', ['opgelost', 'afgesloten'])
				.groupBy([
					'signals.id',
					'signals.customer_email',
					'signals.handled_at',
					'signals.received_at',
					'signals.status',
				]),
		)
		.execute();
}

/** An address can be written in several ways, and only code knows which are one mailbox. */
async function fillInCustomers(db: Kysely<RegisterSchema>): Promise<void> {
	for (let after = ''; ;) {
		const rows = await db
			.selectFrom('updates')
			.select(['signal_id', 'customer'])
			.where('signal_id', '>', after)
			.orderBy('signal_id')
			.limit(BATCH)
			.execute();
		for (const { signal_id, customer } of rows) {
			if (!customer || addressKey(customer) === customer) continue;
			await db
				.updateTable('updates')
				.set({ customer: addressKey(customer) })
				.where('signal_id', '=', signal_id)
				.execute();
		}
		if (rows.length < BATCH) return;
		after = rows.at(-1)!.signal_id;
	}
}
