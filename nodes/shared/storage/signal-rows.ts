import { signalSchema, type Signal } from '../domain/signal';
import type { RegisterDatabase } from './database';
import { RegisterError } from './register-error';
import type { Selectable } from 'kysely';
import type { SignalTable } from './schema';

/** A row of the table of signals, as it is read. */
export type SignalRow = Selectable<SignalTable>;

/** What is kept as JSON: tickets and actions have tables of their own. */
const contentSchema = signalSchema.omit({ tickets: true, actions: true });

/** The columns of a signal that is new in the register. */
export function toRow(signal: Signal, reference: string, now: string): Omit<SignalRow, 'failures'> {
	return {
		id: signal.id,
		reference,
		source_key: signal.source.key,
		received_at: new Date(signal.source.receivedAt).toISOString(),
		registered_at: now,
		customer_email: signal.customer.email,
		subject: signal.subject,
		text: signal.text,
		category: signal.classification?.category ?? null,
		supplier: signal.classification?.supplier ?? null,
		status: signal.status,
		content: JSON.stringify(contentSchema.parse({ ...signal, reference })),
		handled_at: null,
		claimed_by: null,
		claimed_until: null,
		unparseable: signal.flags.unparseable ? 1 : 0,
	};
}

/** Signals as the rest of the package knows them, with their tickets and actions, in the order of `rows`. */
export async function toSignals(db: RegisterDatabase, rows: readonly SignalRow[]): Promise<Signal[]> {
	if (rows.length === 0) return [];
	const ids = rows.map((row) => row.id);
	const tickets = await db
		.selectFrom('tickets')
		.selectAll()
		.where('signal_id', 'in', ids)
		.orderBy('created_at')
		.execute();
	const actions = await db
		.selectFrom('actions')
		.selectAll()
		.where('signal_id', 'in', ids)
		.orderBy('id')
		.execute();
	return rows.map((row) =>
		signalSchema.parse({
			...(JSON.parse(row.content) as object),
			status: row.status,
			tickets: tickets
				.filter((ticket) => ticket.signal_id === row.id)
				.map(({ system, supplier, number, external_id, created_at }) => ({
					system,
					supplier,
					number,
					id: external_id,
					createdAt: created_at,
				})),
			actions: actions
				.filter((action) => action.signal_id === row.id)
				.map(({ at, kind, actor, text }) => ({ at, kind, actor, text })),
		}),
	);
}

/** @throws RegisterError when there is no signal with this reference */
export async function rowOf(db: RegisterDatabase, reference: string): Promise<SignalRow> {
	const row = await db
		.selectFrom('signals')
		.selectAll()
		.where('reference', '=', reference)
		.executeTakeFirst();
	if (row) return row;
	throw new RegisterError(
		`There is no signal ${reference || '(empty)'} in the register.`,
		'Check the reference (it looks like R-2026-000123), and that the node uses the right register credential.',
	);
}
