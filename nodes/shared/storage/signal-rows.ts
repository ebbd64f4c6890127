import type { Signal, Status, Ticket } from '../domain/signal';
import type { Selectable } from 'kysely';
import { compiledOnce } from './compiled-once';
import type { RegisterDatabase } from './database';
import { oneOf } from './dialect';
import type { SignalTable, TicketTable } from './schema';
import { readContent, writeContent } from './signal-content';

/** A row of the table of signals, as it is read. */
export type SignalRow = Selectable<SignalTable>;

/** What a signal is made of, besides its tickets and actions: what it holds as columns of its own stands in its content too. */
export const STORED_SIGNAL = [
	'signals.id',
	'signals.content',
	'signals.status',
	'signals.handler',
	'signals.duplicate_of',
] as const;
export type StoredSignal = Pick<SignalRow, 'id' | 'content' | 'status' | 'handler' | 'duplicate_of'>;

/** Longer than any address that works; an index of PostgreSQL takes no more than a few times this. */
const MAX_ADDRESS = 500;
const indexable = (email: string | null) => (email && email.length <= MAX_ADDRESS ? email : null);

/** The columns of a signal that is new in the register, and was checked against its schema. */
export function toRow(signal: Signal, reference: string, now: string): Omit<SignalRow, 'failures'> {
	return {
		id: signal.id,
		reference,
		source_key: signal.source.key,
		received_at: new Date(signal.source.receivedAt).toISOString(),
		registered_at: now,
		customer_email: indexable(signal.customer.email),
		subject: signal.subject,
		text: signal.text,
		category: signal.classification?.category ?? null,
		supplier: signal.classification?.supplier ?? null,
		urgency: signal.classification?.urgency ?? null,
		handler: null,
		duplicate_of: null,
		status: signal.status,
		content: writeContent({ ...signal, reference }),
		handled_at: null,
		claimed_by: null,
		claimed_until: null,
		unparseable: signal.flags.unparseable ? 1 : 0,
	};
}

/** Signals whose tickets and actions are asked for at a time. */
const CHUNK = 1_000;

const ticketRows = (db: RegisterDatabase) =>
	db
		.selectFrom('tickets')
		.select(['signal_id', 'system', 'supplier', 'number', 'external_id', 'created_at'])
		.orderBy('created_at');
const actionRows = (db: RegisterDatabase) =>
	db.selectFrom('actions').select(['signal_id', 'at', 'kind', 'actor', 'text']).orderBy('id');

// Of one signal the index gives them at once; a list is made into a table first.
const ticketsOfOne = compiledOnce((db, id: string) => ticketRows(db).where('signal_id', '=', id));
const actionsOfOne = compiledOnce((db, id: string) => actionRows(db).where('signal_id', '=', id));
const ticketsOfAll = compiledOnce((db, ids: string) => ticketRows(db).where(oneOf(db, 'signal_id', ids)));
const actionsOfAll = compiledOnce((db, ids: string) => actionRows(db).where(oneOf(db, 'signal_id', ids)));

/** Signals as the rest of the package knows them, with their tickets and actions, in the order of `rows`. */
export async function toSignals(db: RegisterDatabase, rows: readonly StoredSignal[]): Promise<Signal[]> {
	const signals: Signal[] = [];
	for (let start = 0; start < rows.length; start += CHUNK) {
		signals.push(...(await chunkToSignals(db, rows.slice(start, start + CHUNK))));
	}
	return signals;
}

const storedSignals = compiledOnce((db, ids: string) =>
	db
		.selectFrom('signals')
		.select(STORED_SIGNAL)
		.where(oneOf(db, 'signals.id', ids)),
);

/** The signals with these ids, in their order. */
export async function readSignals(
	db: RegisterDatabase,
	wanted: ReadonlyArray<Pick<SignalRow, 'id'>>,
): Promise<Signal[]> {
	const rows = await storedSignals(db, JSON.stringify(wanted.map(({ id }) => id)));
	const rowOf = new Map(rows.map((row) => [row.id, row]));
	return await toSignals(
		db,
		wanted.map(({ id }) => rowOf.get(id)!),
	);
}

async function chunkToSignals(db: RegisterDatabase, rows: readonly StoredSignal[]): Promise<Signal[]> {
	const isOne = rows.length === 1;
	const ids = isOne ? rows[0]!.id : JSON.stringify(rows.map(({ id }) => id));
	const tickets = await (isOne ? ticketsOfOne : ticketsOfAll)(db, ids);
	const actions = await (isOne ? actionsOfOne : actionsOfAll)(db, ids);
	const ticketsOf = Map.groupBy(tickets, (ticket) => ticket.signal_id);
	const actionsOf = Map.groupBy(actions, (action) => action.signal_id);
	return rows.map((row) =>
		Object.assign(
			readContent(row.content),
			{
				status: row.status as Status,
				tickets: (ticketsOf.get(row.id) ?? []).map(toTicket),
				actions: (actionsOf.get(row.id) ?? []).map(({ at, kind, actor, text }) => ({
					at,
					kind,
					actor,
					text,
				})),
			},
			row.handler !== null && { handler: row.handler },
			row.duplicate_of !== null && { duplicateOf: row.duplicate_of },
		),
	);
}

const toTicket = ({
	system,
	supplier,
	number,
	external_id: id,
	created_at: createdAt,
}: Selectable<TicketTable>): Ticket => ({ system, supplier, number, id, createdAt }) as Ticket;
