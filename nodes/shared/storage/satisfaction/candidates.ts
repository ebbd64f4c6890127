import type { Selectable } from 'kysely';
import { addressKey } from '../../domain/address';
import { isAutomaticAddress } from '../../domain/automatic-address';
import { isSampled } from '../../domain/satisfaction';
import type { Signal } from '../../domain/signal';
import type { RegisterDatabase } from '../database';
import { oneOf } from '../dialect';
import type { OutboxState } from '../outbox';
import type { ClosureTable } from '../schema';
import { readSignals, type SignalRow } from '../signal-rows';
import type { Candidate, Sampling } from './satisfaction';
import { stoppedAmong } from './stops';

const DAY_MS = 86_400_000;
const BATCH = 500;

/** A mail in one of these states reached the customer, may have, or must not. */
export const GONE: readonly OutboxState[] = ['sent', 'handing-over', 'doubtful', 'released', 'dropped'];

/** Whether there is a person behind the signal to ask something. */
export const isFromPerson = ({ flags, customer }: Signal): boolean =>
	!(flags.autoReply || flags.bounce || flags.bulk || flags.loop || flags.unparseable) &&
	!isAutomaticAddress(customer.email ?? '');

/** See `Satisfaction.candidates`. */
export async function findCandidates(
	db: RegisterDatabase,
	sampling: Sampling,
	now: Date,
): Promise<Candidate[]> {
	const found: Candidate[] = [];
	const asked = new Set<string>();
	for (let after: Closure | undefined; ;) {
		const page = await closedSince(db, sampling, after, now);
		const sampled = await notAsked(
			db,
			page.filter(({ signal_id }) => isSampled(signal_id, sampling.percentage)),
		);
		const stopped = await stoppedAmong(db, sampled);
		const busy = await askedLately(db, sampled, sampling.oncePerDays, now);
		const mayBeAsked = sampled.filter(({ id, customer_email }) => {
			const turn = busy.get(addressKey(customer_email!));
			return !stopped.has(id) && (turn === undefined || turn === id);
		});
		for (let first = 0; first < mayBeAsked.length; first += sampling.limit) {
			const some = mayBeAsked.slice(first, first + sampling.limit);
			for (const [index, signal] of (await readSignals(db, some)).entries()) {
				const { customer_email, closed_at } = some[index]!;
				const customer = addressKey(customer_email!);
				if (!isFromPerson(signal) || asked.has(customer)) continue;
				asked.add(customer);
				found.push({ signal, closedAt: closed_at });
				if (found.length === sampling.limit) return found;
			}
		}
		if (page.length < BATCH) return found;
		after = page.at(-1)!;
	}
}

type Closure = Pick<Selectable<ClosureTable>, 'signal_id' | 'closed_at'>;
type ClosedRow = Pick<SignalRow, 'id' | 'customer_email'> & { closed_at: string };

/** What was closed in the period, the longest ago first, in pages: PostgreSQL misjudges them together with the rest. */
async function closedSince(
	db: RegisterDatabase,
	{ closedForHours, closedWithinDays }: Sampling,
	after: Closure | undefined,
	now: Date,
): Promise<Closure[]> {
	const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
	let query = db
		.selectFrom('closures')
		.select(['signal_id', 'closed_at'])
		.where('closed_at', '>=', before(closedWithinDays * DAY_MS))
		.where('closed_at', '<=', before((closedForHours * DAY_MS) / 24))
		.orderBy('closed_at')
		.orderBy('signal_id')
		.limit(BATCH);
	if (after) {
		query = query.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('closed_at', 'signal_id'), '>', tuple(after.closed_at, after.signal_id)),
		);
	}
	return await query.execute();
}

/** Those whose customer did not get the question, in their order. */
async function notAsked(db: RegisterDatabase, closures: readonly Closure[]): Promise<ClosedRow[]> {
	if (closures.length === 0) return [];
	const rows = await db
		.selectFrom('signals')
		.leftJoin('satisfaction', 'satisfaction.signal_id', 'signals.id')
		.leftJoin('outbox', 'outbox.key', 'satisfaction.mail_key')
		.select(['signals.id', 'signals.customer_email'])
		.where(oneOf(db, 'signals.id', JSON.stringify(closures.map(({ signal_id }) => signal_id))))
		.where('signals.customer_email', 'is not', null)
		.where('signals.duplicate_of', 'is', null)
		.where('satisfaction.answer', 'is', null)
		.where((where) => where.or([where('outbox.state', 'is', null), where('outbox.state', 'not in', GONE)]))
		.execute();
	const rowOf = new Map(rows.map((row) => [row.id, row]));
	return closures.flatMap(({ signal_id, closed_at }) => {
		const row = rowOf.get(signal_id);
		return row ? [{ ...row, closed_at }] : [];
	});
}

/** The customers of these signals who had a turn not long ago, with the signal that it was about. */
async function askedLately(
	db: RegisterDatabase,
	rows: readonly ClosedRow[],
	oncePerDays: number,
	now: Date,
): Promise<Map<string, string>> {
	if (rows.length === 0) return new Map();
	const turns = await db
		.selectFrom('satisfaction_turns')
		.select(['customer', 'signal_id'])
		.where('customer', 'in', [...new Set(rows.map(({ customer_email }) => addressKey(customer_email!)))])
		.where('invited_at', '>', new Date(now.getTime() - oncePerDays * DAY_MS).toISOString())
		.execute();
	return new Map(turns.map(({ customer, signal_id }) => [customer, signal_id]));
}
