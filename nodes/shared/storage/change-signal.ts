import type { Signal } from '../domain/signal';
import { writeTransaction, type RegisterDatabase } from './database';
import { rowOf, storedSignalOf } from './signal-lookup';
import { toSignals, type SignalRow } from './signal-rows';

/**
 * Changes one signal in a transaction; gives it as it is then.
 * @throws RegisterError when there is no signal with this reference
 */
export async function changeSignal(
	db: RegisterDatabase,
	reference: string,
	work: (db: RegisterDatabase, row: SignalRow) => Promise<void>,
): Promise<Signal> {
	return await writeTransaction(db, async (transaction) => {
		await work(transaction, await rowOf(transaction, reference));
		return (await toSignals(transaction, [await storedSignalOf(transaction, reference)]))[0]!;
	});
}
