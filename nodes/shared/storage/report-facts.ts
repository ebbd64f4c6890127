import { DateTime } from 'luxon';
import type { Classification, Signal, Status } from '../domain/signal';
import { dutchDate, WorkingCalendar, ZONE } from '../domain/working-time/working-calendar';
import type { RegisterDatabase } from './database';
import type { ReportFactTable } from './report-schema';

const calendar = new WorkingCalendar();

/** The day of a moment in Dutch time. */
export const dutchDay = (moment: string | Date): string => dutchDate(new Date(moment));

const inZone = (moment: string | Date): DateTime =>
	(moment instanceof Date ? DateTime.fromJSDate(moment) : DateTime.fromISO(moment)).setZone(ZONE);

const isClosed = (status: Status): boolean => status === 'opgelost' || status === 'afgesloten';

/** A storing of which the customer says that it was not solved is onvrede beside that. */
const isDissatisfied = (classification: Pick<Classification, 'category' | 'also'> | null): boolean =>
	classification?.category === 'onvrede' || classification?.also.includes('onvrede') === true;

/** What reports count of how a signal was judged. */
function judged(classification: Classification | null) {
	return {
		supplier: classification?.supplier ?? 'onbekend',
		category: classification?.category ?? 'overig',
		decided_by: classification ? classification.decidedBy.split(':', 1)[0]! : 'nobody',
		unsure: classification?.review === false ? 0 : 1,
		dissatisfied: isDissatisfied(classification) ? 1 : 0,
	};
}

/** The facts of a signal that is new in the register. */
export const newFacts = (
	signal: Pick<Signal, 'id' | 'source' | 'customer' | 'classification'>,
): ReportFactTable => ({
	signal_id: signal.id,
	received_on: dutchDay(signal.source.receivedAt),
	...judged(signal.classification),
	organisation: signal.customer.organisation,
	closed_on: null,
	lead_days: null,
	reopened: 0,
	duplicate_of: null,
});

/** Facts after a signal was judged anew. */
export async function factsOfJudgement(
	db: RegisterDatabase,
	signalId: string,
	classification: Classification,
): Promise<void> {
	await db
		.updateTable('report_facts')
		.set(judged(classification))
		.where('signal_id', '=', signalId)
		.execute();
}

/** What a change of status changes in the facts; null when reports do not count it. */
export function factsAfterMove(
	receivedAt: string,
	facts: Pick<ReportFactTable, 'closed_on' | 'reopened'>,
	status: Status,
	at: Date,
): Pick<ReportFactTable, 'closed_on' | 'lead_days' | 'reopened'> | null {
	if (status === 'heropend') {
		// Of a duplicate that was never handled the merging is undone: nobody opened it again.
		return { closed_on: null, lead_days: null, reopened: facts.reopened + (facts.closed_on ? 1 : 0) };
	}
	if (!isClosed(status) || facts.closed_on) return null;
	return {
		closed_on: dutchDay(at),
		lead_days: calendar.workingDaysBetween(inZone(receivedAt), inZone(at)),
		reopened: facts.reopened,
	};
}

/** Keeps the facts true when a signal gets another status. */
export async function factsOfMove(
	db: RegisterDatabase,
	signal: { id: string; received_at: string },
	status: Status,
	at: Date,
): Promise<void> {
	const facts = await db
		.selectFrom('report_facts')
		.select(['closed_on', 'reopened'])
		.where('signal_id', '=', signal.id)
		.executeTakeFirst();
	const changed = facts && factsAfterMove(signal.received_at, facts, status, at);
	if (!changed) return;
	await db.updateTable('report_facts').set(changed).where('signal_id', '=', signal.id).execute();
}

/**
 * Facts after a signal was closed as a duplicate of another one.
 * @param before what it was until then: that it was closed so is no handling of it
 */
export async function factsOfMerge(
	db: RegisterDatabase,
	signalId: string,
	before: Status,
	keptId: string,
): Promise<void> {
	const handled = isClosed(before) ? {} : { closed_on: null, lead_days: null };
	await db
		.updateTable('report_facts')
		.set({ duplicate_of: keptId, ...handled })
		.where('signal_id', '=', signalId)
		.execute();
	await db
		.updateTable('report_facts')
		.set({ duplicate_of: keptId })
		.where('duplicate_of', '=', signalId)
		.execute();
}

/** Facts after a duplicate became a signal of its own again. */
export async function factsOfUndoneMerge(db: RegisterDatabase, signalId: string): Promise<void> {
	await db
		.updateTable('report_facts')
		.set({ duplicate_of: null })
		.where('signal_id', '=', signalId)
		.execute();
}

/** A group of customers with fewer signals than this may be one person; reports do not show it either. */
const RECOGNISABLE_BELOW = 5;

/** Forgets of these signals whose they were, where the organisation has so few signals that it points at somebody. */
export async function forgetSmallGroups(db: RegisterDatabase, signalIds: readonly string[]): Promise<void> {
	const groups = await db
		.selectFrom('report_facts')
		.select('organisation')
		.distinct()
		.where('signal_id', 'in', signalIds)
		.where('organisation', 'is not', null)
		.execute();
	for (const { organisation } of groups) {
		const { count } = await db
			.selectFrom('report_facts')
			.select((row) => row.fn.countAll<number>().as('count'))
			.where('organisation', '=', organisation)
			.executeTakeFirstOrThrow();
		if (Number(count) >= RECOGNISABLE_BELOW) continue;
		await db
			.updateTable('report_facts')
			.set({ organisation: null })
			.where('organisation', '=', organisation)
			.where('signal_id', 'in', signalIds)
			.execute();
	}
}
