import { DateTime } from 'luxon';
import type { Status } from '../signal';
import { ZONE, type WorkingCalendar } from '../working-time/working-calendar';
import type { Term } from './terms';

/** What is known about telling the customer of a signal how it stands. Moments are ISO 8601. */
export interface UpdateFacts {
	status: Status;
	/** Since when it has that status. */
	statusSince: string;
	/** The status the customer was told last; null when nothing was told yet. */
	toldStatus: Status | null;
	/** Whether the customer heard from us since he wrote last. */
	answered: boolean;
	/** What the customer wrote when he is not answered, and else what he heard from us last. */
	waitingSince: string;
	/** Until when we said that the next update would come; null when we did not say. */
	promisedUntil: string | null;
	/** Whether he has an address, and did not ask to stop. */
	wantsUpdates: boolean;
	/** Whether a question to him waits for an answer: it is his turn, so only news goes out. */
	asked: boolean;
}

/**
 * - `waiting`: the customer must hear something by the moment;
 * - `closing`: solved, told, and to be closed when he does not react before the moment;
 * - `rest`: nothing is to be told.
 */
export type UpdateState = 'waiting' | 'closing' | 'rest';

export type UpdatePlan = { state: 'waiting' | 'closing'; dueAt: DateTime } | { state: 'rest'; dueAt: null };

/** What a customer hears at once, because it is what he waits for. */
const NEWS: readonly Status[] = ['in behandeling', 'opgelost', 'afgesloten', 'heropend'];

/** Whether the status is one that the customer should hear of, and has not. */
export const hasNews = ({ status, toldStatus }: Pick<UpdateFacts, 'status' | 'toldStatus'>): boolean =>
	status !== toldStatus && NEWS.includes(status);

/** What is to be told next about a signal, and when. A moment in the past means: as soon as possible. */
export function planUpdate(
	facts: UpdateFacts,
	term: Term,
	calendar: WorkingCalendar,
	closeAfterDays: number,
): UpdatePlan {
	const { status, wantsUpdates, answered, promisedUntil } = facts;
	if (wantsUpdates && hasNews(facts)) return { state: 'waiting', dueAt: parsed(facts.statusSince) };
	if (status === 'afgesloten') return { state: 'rest', dueAt: null };
	if (status === 'opgelost') {
		const since = DateTime.max(parsed(facts.statusSince), parsed(facts.waitingSince));
		return { state: 'closing', dueAt: calendar.deadline(since, closeAfterDays) };
	}
	if (!wantsUpdates || facts.asked) return { state: 'rest', dueAt: null };
	const days = answered ? term.every : term.firstAnswer;
	const byTerm = lastMorning(calendar, calendar.deadline(parsed(facts.waitingSince), days));
	if (!answered || !promisedUntil) return { state: 'waiting', dueAt: byTerm };
	// What was promised holds, also when the terms have become longer since.
	return { state: 'waiting', dueAt: DateTime.min(byTerm, lastMorning(calendar, parsed(promisedUntil))) };
}

/** When a supplier that gave its last sign at this moment has been silent for too long. */
export const silentFrom = (
	lastSign: string,
	{ supplierSilence }: Term,
	calendar: WorkingCalendar,
): DateTime => calendar.deadline(parsed(lastSign), supplierSilence);

/** Statuses in which the supplier is expected to do something. */
export const WITH_SUPPLIER: readonly Status[] = ['doorgezet', 'in behandeling', 'heropend'];

/** A term runs until closing time; the update goes out that morning, so that it is never late. */
function lastMorning(calendar: WorkingCalendar, deadline: DateTime): DateTime {
	return DateTime.min(deadline, calendar.nextOpen(deadline.setZone(ZONE).startOf('day')));
}

const parsed = (moment: string): DateTime => DateTime.fromISO(moment, { zone: 'utc' });
