import type { SignalAction } from '../domain/signal';
import type { RegisterDatabase } from './database';

/** What a change made of a field; null is nothing. */
export interface FieldChange {
	field: 'status' | 'classification' | 'handler' | 'duplicateOf';
	from: string | null;
	to: string | null;
}

/** Adds a line to what was done for a signal, with what it changed. The history only grows: it never goes. */
export async function logAction(
	db: RegisterDatabase,
	signalId: string,
	at: Date,
	{ change, kind, actor, text }: Omit<SignalAction, 'at'> & { change?: FieldChange },
): Promise<void> {
	await db
		.insertInto('actions')
		.values({
			signal_id: signalId,
			at: at.toISOString(),
			kind,
			actor,
			text,
			field: change?.field ?? null,
			old_value: change?.from ?? null,
			new_value: change?.to ?? null,
		})
		.execute();
}
