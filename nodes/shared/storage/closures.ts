import type { Status } from '../domain/signal';
import type { RegisterDatabase } from './database';

/** Keeps when a signal was closed; one that is open has no such moment. Call it whenever a status changes. */
export async function noteClosure(
	db: RegisterDatabase,
	signalId: string,
	status: Status,
	now: Date,
): Promise<void> {
	if (status !== 'afgesloten') {
		await db.deleteFrom('closures').where('signal_id', '=', signalId).execute();
		return;
	}
	const closed_at = now.toISOString();
	await db
		.insertInto('closures')
		.values({ signal_id: signalId, closed_at })
		.onConflict((conflict) => conflict.column('signal_id').doUpdateSet({ closed_at }))
		.execute();
}
