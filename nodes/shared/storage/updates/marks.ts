import type { Updateable } from 'kysely';
import { addressKey } from '../../domain/address';
import type { Signal, Status, Ticket } from '../../domain/signal';
import type { RegisterDatabase } from '../database';
import { into, type NewRows } from '../insert-together';
import type { UpdateTable } from './schema';

/*
 * What other parts of the register say when something happens that decides when a customer must hear
 * something. The moment itself depends on settings of the workflow, so it is reckoned there (`Updates`).
 */

/** By which a signal that is new in the register is followed. Nobody waits for an answer to automatic mail. */
export function followingRows(signal: Signal, now: Date): NewRows[] {
	const { autoReply, bounce, bulk, loop } = signal.flags;
	if (autoReply || bounce || bulk || loop) return [];
	const row = {
		signal_id: signal.id,
		customer: signal.customer.email && addressKey(signal.customer.email),
		state: 'plan',
		status_since: now.toISOString(),
		answered: 0,
		waiting_since: new Date(signal.source.receivedAt).toISOString(),
	};
	return [into('updates', [row])];
}

/** Has the moment of the next update reckoned anew, with what changed. */
export async function planAgain(
	db: RegisterDatabase,
	signalId: string,
	changes: Omit<Updateable<UpdateTable>, 'state'> = {},
): Promise<void> {
	await db
		.updateTable('updates')
		.set({ ...changes, state: 'plan' })
		.where('signal_id', '=', signalId)
		.execute();
}

/** The signal has another status. A supplier that reports by a link gets one again for what is opened again. */
export async function statusMoved(
	db: RegisterDatabase,
	signalId: string,
	status: Status,
	now: Date,
): Promise<void> {
	await planAgain(db, signalId, { status_since: now.toISOString() });
	if (status !== 'heropend') return;
	await db
		.updateTable('updates')
		.set({ ask_due_at: now.toISOString() })
		.where('signal_id', '=', signalId)
		.where('asks', '>', 0)
		.execute();
}

/** The customer was told by the intake what happens, so this status is no news to him. */
export const statusTold = async (db: RegisterDatabase, signalId: string, status: Status): Promise<void> =>
	await planAgain(db, signalId, { told_status: status });

/** The customer heard from us: by mail, or in a conversation that a person wrote down. */
export const customerHeard = async (db: RegisterDatabase, signalId: string, now: Date): Promise<void> =>
	await planAgain(db, signalId, { answered: 1, waiting_since: now.toISOString(), promised_until: null });

/** The customer wrote. One who is waiting for an answer already, waits since then. */
export async function customerWrote(db: RegisterDatabase, signalId: string, now: Date): Promise<void> {
	await db
		.updateTable('updates')
		.set({ state: 'plan', answered: 0, waiting_since: now.toISOString() })
		.where('signal_id', '=', signalId)
		.where('answered', '=', 1)
		.execute();
}

/** The supplier has a ticket: from here on it should be heard of. Without a system of its own it needs a link for that. */
export async function ticketGiven(
	db: RegisterDatabase,
	signalId: string,
	system: Ticket['system'],
	now: Date,
): Promise<void> {
	const moment = now.toISOString();
	await planAgain(db, signalId, {
		supplier_heard_at: moment,
		...(system === 'email' && { ask_due_at: moment }),
	});
}

/** The supplier gave a sign; of a signal without a ticket nobody waits for one. */
export async function supplierHeard(db: RegisterDatabase, signalId: string, now: Date): Promise<void> {
	await db
		.updateTable('updates')
		.set({ state: 'plan', supplier_heard_at: now.toISOString() })
		.where('signal_id', '=', signalId)
		.where('supplier_heard_at', 'is not', null)
		.execute();
}

/** The customer wants no more updates about this signal, or wants them again. */
export const stopSignal = async (db: RegisterDatabase, signalId: string, stopped: boolean): Promise<void> =>
	await planAgain(db, signalId, { stopped: stopped ? 1 : 0 });
