import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { dutchHolidays, LIBERATION_DAY } from './holidays';

export const ZONE = 'Europe/Amsterdam';

/** Sweden writes a date as ISO does. Every signal needs one, and Luxon takes many times as long over a zone. */
const DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** The day of a moment in Dutch time, such as `2026-11-02`. */
export const dutchDate = (moment: Date): string => DATE.format(moment);

const DAY_MS = 86_400_000;

/** Days as whole numbers since 1970: once the day of a moment is known, counting needs no time zone. */
const dayOf = (moment: DateTime): number => Date.parse(dutchDate(moment.toJSDate())) / DAY_MS;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** As ISO counts, 1 is Monday; 1970 began on a Thursday. */
const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;

/** A time of day, such as `08:30`. */
export const clockSchema = z
	.string()
	.trim()
	.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 08:30');
const isoDate = z.iso.date('Write a day as 2026-12-24');

/** When an organisation works. Everything is in Dutch time. */
export const workingHoursSchema = z
	.object({
		opensAt: clockSchema.default('08:00'),
		closesAt: clockSchema.default('17:00'),
		/** 1 is Monday, 7 is Sunday. */
		weekdays: z.array(z.number().int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
		liberationDay: z.enum(LIBERATION_DAY).default('lustrum'),
		goodFriday: z.boolean().default(false),
		/** Days on which this organisation is closed besides, such as a bridging day. */
		closedOn: z.array(isoDate).default([]),
	})
	.refine(({ opensAt, closesAt }) => opensAt < closesAt, {
		path: ['closesAt'],
		error: 'The closing time must be after the opening time',
	});
export type WorkingHours = z.output<typeof workingHoursSchema>;

const MINUTE = { minutes: 1 };

/** Without this limit a calendar that is closed on every day would be searched forever. */
const LONGEST_CLOSURE_DAYS = 400;

/** Counts in working time: terms, lead times, and what is due when. */
export class WorkingCalendar {
	private readonly hours: WorkingHours;
	private readonly closed: ReadonlySet<string>;
	/** Which days were found to be working days, or not. */
	private readonly known = new Map<number, boolean>();

	/** @throws ZodError that names the setting that is wrong */
	constructor(hours: z.input<typeof workingHoursSchema> = {}) {
		this.hours = workingHoursSchema.parse(hours);
		this.closed = new Set(this.hours.closedOn);
	}

	/** Whether people work on the day of this moment in the Netherlands. */
	isWorkingDay(moment: DateTime): boolean {
		return this.works(dayOf(moment));
	}

	/** Whether people work on this day, such as `2026-11-02`. */
	isWorkingDate(date: string): boolean {
		return this.works(Date.parse(date) / DAY_MS);
	}

	/** Whether people are at work at this moment. */
	isOpen(moment: DateTime): boolean {
		const day = dayOf(moment);
		return this.works(day) && moment >= this.opens(day) && moment < this.closes(day);
	}

	/** This moment when people are at work, otherwise the next opening. */
	nextOpen(moment: DateTime): DateTime {
		const day = dayOf(moment);
		if (!this.works(day) || moment >= this.closes(day)) return this.opens(this.workingDayAfter(day));
		return DateTime.max(moment.setZone(ZONE), this.opens(day));
	}

	/**
	 * The end of a term of working days: the day that something comes in does not count, and the term
	 * runs until closing time of the last day. Of a term of 0 days that is today, or the next working day.
	 */
	deadline(from: DateTime, days: number): DateTime {
		let day = dayOf(from);
		if (days === 0 && !(this.works(day) && from < this.closes(day))) day = this.workingDayAfter(day);
		for (let count = 0; count < days; count++) day = this.workingDayAfter(day);
		return this.closes(day);
	}

	/** The working days after the day of `from`, up to and with the day of `to`; 0 when `to` is not later. */
	workingDaysBetween(from: DateTime, to: DateTime): number {
		const last = dayOf(to);
		let count = 0;
		for (let day = dayOf(from) + 1; day <= last; day++) if (this.works(day)) count++;
		return count;
	}

	/** The whole minutes in which people were at work between two moments; 0 when `to` is not later. */
	workingMinutesBetween(from: DateTime, to: DateTime): number {
		const last = dayOf(to);
		let minutes = 0;
		for (let day = dayOf(from); day <= last; day++) {
			if (!this.works(day)) continue;
			const [start, end] = [DateTime.max(this.opens(day), from), DateTime.min(this.closes(day), to)];
			if (end > start) minutes += end.diff(start).as('minutes');
		}
		return Math.floor(minutes);
	}

	/** The moment at which so many minutes of working time have passed. */
	addWorkingMinutes(from: DateTime, minutes: number): DateTime {
		let at: DateTime = this.nextOpen(from);
		for (let left = minutes; ;) {
			const closes = this.closes(dayOf(at));
			const today = closes.diff(at).as('minutes');
			if (left <= today) return at.plus({ minutes: left });
			left -= today;
			at = this.nextOpen(closes.plus(MINUTE));
		}
	}

	private works(day: number): boolean {
		const before = this.known.get(day);
		if (before !== undefined) return before;
		const date = dateOf(day);
		const works =
			this.hours.weekdays.includes(weekdayOf(day)) &&
			!this.closed.has(date) &&
			!dutchHolidays(Number(date.slice(0, 4)), this.hours).has(date);
		this.known.set(day, works);
		return works;
	}

	private opens(day: number): DateTime {
		return DateTime.fromISO(`${dateOf(day)}T${this.hours.opensAt}`, { zone: ZONE });
	}

	private closes(day: number): DateTime {
		return DateTime.fromISO(`${dateOf(day)}T${this.hours.closesAt}`, { zone: ZONE });
	}

	private workingDayAfter(from: number): number {
		for (let day = from + 1; day <= from + LONGEST_CLOSURE_DAYS; day++) if (this.works(day)) return day;
		throw new Error(
			'There is no working day within a year. Check the weekdays and the closing days in the settings.',
		);
	}
}
