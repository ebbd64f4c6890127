import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { DateTime } from 'luxon';
import type { Status } from '../../domain/signal';
import { isFinished, updateMessage, type ToldSignal } from '../../domain/updates/message';
import type { MessageSettings, PlanSettings } from '../../domain/updates/settings';
import { termFor } from '../../domain/updates/terms';
import { WorkingCalendar, ZONE } from '../../domain/working-time/working-calendar';
import { claimed, type Claim } from '../claims';
import { compiledOnce } from '../compiled-once';
import type { RegisterDatabase } from '../database';
import { oneOf } from '../dialect';
import { STORED_SIGNAL, toSignals } from '../signal-rows';
import type { DueUpdate, UpdateContent } from './updates';

/** In one message; the rest comes in the next one. */
const MOST_SIGNALS = 50;
/** Customers whose messages are written at a time. */
const CHUNK = 500;

/** A customer who must hear something. */
export interface Turn {
	customer: string;
	/** Of the message that the new one replaces, which then did not go out. */
	key?: string;
}

/**
 * Writes the messages to these customers, keeps and claims them. Who has nothing due any more gets none, and one
 * that was kept for him is dropped.
 */
export async function composeMessages(
	db: RegisterDatabase,
	turns: readonly Turn[],
	settings: PlanSettings & MessageSettings,
	claim: Claim,
	now: Date,
): Promise<DueUpdate[]> {
	const composed: DueUpdate[] = [];
	const nextUpdate = nextUpdateBy(settings, now);
	for (let start = 0; start < turns.length; start += CHUNK) {
		const chunk = turns.slice(start, start + CHUNK);
		const waiting = await waitingByCustomer(db, chunk, now);
		await dropMessages(
			db,
			chunk.filter(({ customer }) => !waiting.has(customer)),
		);
		const messages = chunk.flatMap(({ customer, key = `statusbericht:${randomUUID()}` }) => {
			const told = waiting.get(customer);
			return told ? [{ customer, update: compose(told, key, settings, nextUpdate(told), now) }] : [];
		});
		await keepMessages(db, messages, claim, now);
		composed.push(...messages.map(({ update }) => update));
	}
	return composed;
}

/** What there is to tell to each customer to whom something is due. */
async function waitingByCustomer(
	db: RegisterDatabase,
	turns: readonly Turn[],
	now: Date,
): Promise<Map<string, ToldSignal[]>> {
	const rows = await waitingOf(db, JSON.stringify(turns.map(({ customer }) => customer)));
	const late = new Set(
		rows.filter(({ due_at }) => due_at! <= now.toISOString()).map(({ customer }) => customer),
	);
	const due = rows.filter(({ customer }) => late.has(customer));
	const signals = await toSignals(db, due);
	const told = signals.map((signal, index) => ({
		customer: due[index]!.customer!,
		signal,
		toldStatus: due[index]!.told_status as Status | null,
	}));
	return Map.groupBy(told, ({ customer }) => customer);
}

/** Until when the customer hears again of what is open; null when nothing is. */
function nextUpdateBy({ calendar, terms }: PlanSettings, now: Date) {
	const working = new WorkingCalendar(calendar);
	const at = DateTime.fromJSDate(now, { zone: ZONE });
	const deadlines = new Map<number, DateTime>();
	return (told: readonly ToldSignal[]): DateTime | null => {
		const open = told.filter(({ signal }) => !isFinished(signal.status));
		if (open.length === 0) return null;
		const days = Math.min(...open.map(({ signal }) => termFor(terms, signal.classification).every));
		const deadline = deadlines.get(days) ?? working.deadline(at, days);
		deadlines.set(days, deadline);
		return deadline;
	};
}

function compose(
	told: readonly ToldSignal[],
	key: string,
	{ closeAfterDays, texts }: PlanSettings & MessageSettings,
	next: DateTime | null,
	now: Date,
): DueUpdate {
	const signals = told.map(({ signal }) => signal);
	const { customer } = signals[0]!;
	return {
		key,
		customer: { name: customer.name, email: customer.email! },
		signals: signals.map(({ reference, subject, status }) => ({ reference: reference!, subject, status })),
		nextUpdateBy: next?.toISO() ?? null,
		...updateMessage(told, next, closeAfterDays, texts),
		composedAt: now.toISOString(),
		signal: signals[0]!,
	};
}

async function dropMessages(db: RegisterDatabase, turns: readonly Turn[]): Promise<void> {
	if (turns.length === 0) return;
	const customers = turns.map(({ customer }) => customer);
	await db.deleteFrom('update_messages').where('customer', 'in', customers).execute();
}

async function keepMessages(
	db: RegisterDatabase,
	messages: ReadonlyArray<{ customer: string; update: DueUpdate }>,
	claim: Claim,
	now: Date,
): Promise<void> {
	if (messages.length === 0) return;
	const rows = messages.map(({ customer, update: { signal: _, ...content } }) => ({
		customer,
		key: content.key,
		content: JSON.stringify(content satisfies UpdateContent),
		...claimed(claim, now),
	}));
	await db
		.insertInto('update_messages')
		.values(rows)
		.onConflict((conflict) =>
			conflict.column('customer').doUpdateSet(({ ref }) => ({
				key: ref('excluded.key'),
				content: ref('excluded.content'),
				claimed_by: ref('excluded.claimed_by'),
				claimed_until: ref('excluded.claimed_until'),
			})),
		)
		.execute();
}

const waitingOf = compiledOnce((db, customers: string) =>
	db
		.selectFrom(
			db
				.selectFrom('updates')
				.select(['signal_id', 'customer', 'due_at', 'told_status'])
				.select(sql<number>`row_number() over (partition by customer order by due_at, signal_id)`.as('place'))
				.where(oneOf(db, 'customer', customers))
				.where('state', '=', sql.lit('waiting'))
				.as('turns'),
		)
		.innerJoin('signals', 'signals.id', 'turns.signal_id')
		.select([...STORED_SIGNAL, 'turns.customer', 'turns.due_at', 'turns.told_status'])
		.where('turns.place', '<=', sql.lit(MOST_SIGNALS))
		.orderBy('turns.due_at')
		.orderBy('turns.signal_id'),
);
