import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { looksTheSame, type Announcement, type Seen } from '../../shared/domain/pdc/announcement';
import { clockSchema, ZONE } from '../../shared/domain/working-time/working-calendar';
import type { ToldBefore } from '../../shared/storage/pdc-announcements';
import type { Version } from '../../shared/storage/pdc-versions';
import { concerns, type CustomerGroup } from './customer-group';
import { isPast, wordsFor, type Policy } from './review-policy';

export const tellSettingsSchema = z.object({
	/** From what time planned work is told, once a day, in Dutch time. */
	dailyFrom: clockSchema.default('08:00'),
	/** Planned work that begins within this time, or is going on, is told at once. */
	atOnceWithinHours: z.number().min(0).default(24),
});
export type TellSettings = z.output<typeof tellSettingsSchema>;

/** News for one group of customers. */
export interface News {
	code: string;
	version: number;
	seen: Seen;
	/** What it knows; null when it has heard nothing of it. */
	before: Seen | null;
	/** Whether it can wait for the mail of a day. */
	daily: boolean;
}

export interface KnownOfGroup {
	toldBefore: ReadonlyMap<string, ToldBefore>;
	/** When its last mail of a day was made, ISO 8601; null when there was none. */
	lastDaily: string | null;
}

/** What this group has to hear now, disturbances first. */
export function newsFor(
	group: CustomerGroup,
	announcements: ReadonlyArray<Version<Announcement>>,
	{ toldBefore, lastDaily }: KnownOfGroup,
	{ policy, settings, now }: { policy: Policy; settings: TellSettings; now: Date },
): News[] {
	const all = announcements.flatMap(({ code, version, content }): News[] => {
		const before = toldBefore.get(code)?.seen ?? null;
		const words = wordsFor(content, policy);
		if (!words || !(before || concerns(group, content, words))) return [];
		const { kind, state, start, end } = content;
		const seen: Seen = { kind, state, start, end, words };
		if (before ? looksTheSame(before, seen) : isPast(content, now)) return [];
		return [{ code, version, seen, before, daily: !atOnce(seen, before, settings, now) }];
	});
	const wait = !isTimeForDaily(lastDaily, settings, now);
	return all.filter(({ daily }) => !(daily && wait)).sort(byImportance);
}

/** Disturbances, and planned work that somebody could be surprised by. */
function atOnce(seen: Seen, before: Seen | null, { atOnceWithinHours }: TellSettings, now: Date): boolean {
	const until = now.getTime() + atOnceWithinHours * 3_600_000;
	const isNear = ({ state, start }: Seen) =>
		state === 'bezig' || (state === 'gepland' && start !== null && Date.parse(start) <= until);
	return seen.kind === 'storing' || isNear(seen) || (before !== null && isNear(before));
}

function isTimeForDaily(lastDaily: string | null, { dailyFrom }: TellSettings, now: Date): boolean {
	const here = DateTime.fromJSDate(now, { zone: ZONE });
	if (here.toFormat('HH:mm') < dailyFrom) return false;
	return lastDaily === null || !DateTime.fromISO(lastDaily, { zone: ZONE }).hasSame(here, 'day');
}

function byImportance(one: News, other: News): number {
	const rank = ({ seen }: News) => (seen.kind === 'storing' ? 0 : 1);
	const begin = ({ seen }: News) => seen.start ?? '9';
	return (
		rank(one) - rank(other) || begin(one).localeCompare(begin(other)) || one.code.localeCompare(other.code)
	);
}
