import { DateTime } from 'luxon';
import type { PdcItem } from '../../shared/domain/pdc/item';
import type { LastEvents } from '../../shared/storage/pdc-events';
import { counted } from '../../shared/text/counted';
import type { Version } from '../../shared/storage/pdc-versions';

export interface Staleness {
	code: string;
	name: string;
	owner: string | null;
	/** When somebody last looked at it or changed it, ISO 8601. */
	lastReviewed: string;
	/** Whole days since then. */
	daysSinceReview: number;
	/** When the supplier's catalogue began to say something else, after that; null when it does not. */
	changedAtSupplier: string | null;
	/** The last day on which it could be had is over or near. */
	ends: string | null;
	stale: boolean;
}

/** An end that comes within this time needs a decision: go on, replace, or let it go. */
const END_IS_NEAR_DAYS = 60;

/**
 * Whether an item must be looked at again: nobody did for `reviewEveryDays`, the supplier changed
 * something that no version has taken over, or its end comes near.
 */
export function stalenessOf(
	{ content, changedAt }: Version<PdcItem>,
	events: LastEvents,
	now: Date,
	reviewEveryDays: number,
): Staleness {
	const reviewed = events.beoordeeld;
	const lastReviewed = reviewed && reviewed > changedAt ? reviewed : changedAt;
	const today = DateTime.fromJSDate(now, { zone: 'Europe/Amsterdam' }).startOf('day');
	const day = DateTime.fromISO(lastReviewed, { zone: 'Europe/Amsterdam' }).startOf('day');
	const daysSinceReview = Math.floor(today.diff(day, 'days').days);
	const atSupplier = events['gewijzigd bij leverancier'];
	const changedAtSupplier = atSupplier && atSupplier > lastReviewed ? atSupplier : null;
	const near = today.plus({ days: END_IS_NEAR_DAYS }).toISODate()!;
	const ends = content.validUntil !== null && content.validUntil <= near ? content.validUntil : null;
	const { code, name, owner } = content;
	return {
		code,
		name,
		owner,
		lastReviewed,
		daysSinceReview,
		changedAtSupplier,
		ends,
		stale: daysSinceReview > reviewEveryDays || changedAtSupplier !== null || ends !== null,
	};
}

/** Why it must be looked at, in plain Dutch; empty when it need not. */
export function describeStaleness(one: Staleness, reviewEveryDays: number): string {
	const reasons = [
		one.daysSinceReview > reviewEveryDays && `${counted(one.daysSinceReview, 'dag', 'dagen')} niet bekeken`,
		one.changedAtSupplier && 'bij de leverancier gewijzigd',
		one.ends && `loopt tot en met ${DateTime.fromISO(one.ends).toFormat('d-M-yyyy')}`,
	];
	return reasons.filter(Boolean).join('; ');
}
