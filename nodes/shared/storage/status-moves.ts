import type { Status } from '../domain/signal';
import { mayMove, nextStatuses } from '../domain/status';
import { logAction } from './actions';
import { noteClosure } from './closures';
import type { RegisterDatabase } from './database';
import { RegisterError } from './register-error';
import { factsOfMove } from './report-facts';
import type { SignalRow } from './signal-rows';
import { statusMoved } from './updates/marks';

/** Whether somebody gave a signal another status than it came in with. */
export async function wasMoved(db: RegisterDatabase, signalId: string): Promise<boolean> {
	const move = await db
		.selectFrom('actions')
		.select('at')
		.where('signal_id', '=', signalId)
		.where('field', '=', 'status')
		.limit(1)
		.executeTakeFirst();
	return move !== undefined;
}

/**
 * Gives a signal another status, and writes that down; the status it has already changes nothing.
 * @throws RegisterError when it may not go there from where it is
 */
export async function moveStatus(
	db: RegisterDatabase,
	row: SignalRow,
	status: Status,
	actor: string,
	now: Date,
	reason?: string,
): Promise<void> {
	const from = row.status as Status;
	if (from === status) return;
	if (!mayMove(from, status)) {
		throw new RegisterError(
			`${row.reference} is '${from}' and cannot become '${status}'.`,
			`From '${from}' it may become: ${nextStatuses(from).join(', ')}.`,
		);
	}
	await db.updateTable('signals').set({ status }).where('id', '=', row.id).execute();
	await noteClosure(db, row.id, status, now);
	await statusMoved(db, row.id, status, now);
	await factsOfMove(db, row, status, now);
	const why = reason ? ` Reden: ${reason}` : '';
	await logAction(db, row.id, now, {
		kind: 'status',
		actor,
		text: `Van '${from}' naar '${status}'.${why}`,
		change: { field: 'status', from, to: status },
	});
}
