import type { Insertable } from 'kysely';
import type { SignalAction } from '../domain/signal';
import type { RegisterDatabase } from './database';
import { insertTogether, into } from './insert-together';
import { hasTextAgain } from './personal-data/text-again';
import type { ActionTable } from './schema';

/** What a change made of a field; null is nothing. */
export interface FieldChange {
	field: 'status' | 'classification' | 'handler' | 'duplicateOf';
	from: string | null;
	to: string | null;
}

type NewAction = Omit<SignalAction, 'at'> & { change?: FieldChange };

/** A line of what was done for a signal, with what it changed. */
export const actionRow = (
	signalId: string,
	at: Date,
	{ change, kind, actor, text }: NewAction,
): Insertable<ActionTable> => ({
	signal_id: signalId,
	at: at.toISOString(),
	kind,
	actor,
	text,
	field: change?.field ?? null,
	old_value: change?.from ?? null,
	new_value: change?.to ?? null,
});

/**
 * Adds a line to what was done for a signal. The history only grows: it never goes. What comes in later than retention or
 * erasure brings its line, so here it is made sure that it is forgotten as well.
 */
export async function logAction(
	db: RegisterDatabase,
	signalId: string,
	at: Date,
	action: NewAction,
): Promise<void> {
	await insertTogether(db, [into('actions', [actionRow(signalId, at, action)])]);
	// That it was forgotten is no news to forget.
	if (action.kind !== 'privacy') await hasTextAgain(db, signalId);
}
