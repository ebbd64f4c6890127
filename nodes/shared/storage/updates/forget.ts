import type { RegisterDatabase } from '../database';

/**
 * Forgets who the customers of these signals are. What is kept of a customer and not of a signal goes when it was
 * the last signal of that customer: a message that waits, and the wish to hear nothing.
 */
export async function forgetCustomers(db: RegisterDatabase, signalIds: readonly string[]): Promise<void> {
	const rows = await db
		.selectFrom('updates')
		.select('customer')
		.distinct()
		.where('signal_id', 'in', signalIds)
		.where('customer', 'is not', null)
		.execute();
	await db.updateTable('updates').set({ customer: null }).where('signal_id', 'in', signalIds).execute();
	for (const { customer } of rows) {
		const other = await db
			.selectFrom('updates')
			.select('signal_id')
			.where('customer', '=', customer)
			.executeTakeFirst();
		if (other) continue;
		for (const table of ['update_messages', 'update_stops'] as const) {
			await db.deleteFrom(table).where('customer', '=', customer!).execute();
		}
	}
}
