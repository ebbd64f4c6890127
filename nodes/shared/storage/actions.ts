import type { SignalAction } from '../domain/signal';
import type { RegisterDatabase } from './database';

/** Adds a line to what was done for a signal. */
export async function logAction(
	db: RegisterDatabase,
	signalId: string,
	at: Date,
	action: Omit<SignalAction, 'at'>,
): Promise<void> {
	await db
		.insertInto('actions')
		.values({ signal_id: signalId, at: at.toISOString(), ...action })
		.execute();
}
