import { addressKey } from '../../domain/address';
import type { RegisterDatabase } from '../database';
import type { SignalRow } from '../signal-rows';

/**
 * The ids of those signals whose customer asked for no more messages: at all, or about this signal. Who does not
 * want to hear how it stands is not asked how it went either.
 * @param rows at most what one query takes
 */
export async function stoppedAmong(
	db: RegisterDatabase,
	rows: ReadonlyArray<Pick<SignalRow, 'id' | 'customer_email'>>,
): Promise<Set<string>> {
	if (rows.length === 0) return new Set();
	const customerOf = new Map(
		rows.map(({ id, customer_email }) => [id, customer_email ? addressKey(customer_email) : '']),
	);
	const customers = await db
		.selectFrom('update_stops')
		.select('customer')
		.where('customer', 'in', [...new Set(customerOf.values())])
		.execute();
	const signals = await db
		.selectFrom('updates')
		.select('signal_id')
		.where('signal_id', 'in', [...customerOf.keys()])
		.where('stopped', '=', 1)
		.execute();
	const silent = new Set(customers.map(({ customer }) => customer));
	const stopped = new Set(signals.map(({ signal_id }) => signal_id));
	return new Set(
		[...customerOf].flatMap(([id, customer]) => (silent.has(customer) || stopped.has(id) ? [id] : [])),
	);
}
