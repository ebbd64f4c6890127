import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { dutchHolidays, LIBERATION_DAY } from './holidays';

export const ZONE = 'Europe/Amsterdam';

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

	/** @throws ZodError that names the setting that is wrong */
	constructor(hours: z.input<typeof workingHoursSchema> = {}) {
		this.hours = workingHoursSchema.parse(hours);
		this.closed = new Set(this.hours.closedOn);
	}

	/** Whether people work on the day of this moment in the Netherlands. */
	isWorkingDay(moment: DateTime): boolean {
		const day = moment.setZone(ZONE);
		const date = day.toISODate()!;
		return (
			this.hours.weekdays.includes(day.weekday) &&
			!this.closed.has(date) &&
			!dutchHolidays(day.year, this.hours).has(date)
		);
	}

	/** Whether people are at work at this moment. */
	isOpen(moment: DateTime): boolean {
		const { opens, closes } = this.dayOf(moment);
		return this.isWorkingDay(moment) && moment >= opens && moment < closes;
	}

	/** This moment when people are at work, otherwise the next opening. */
	nextOpen(moment: DateTime): DateTime {
		const { opens, closes } = this.dayOf(moment);
		if (this.isWorkingDay(moment) && moment < closes) return DateTime.max(moment.setZone(ZONE), opens);
		return this.dayOf(this.workingDayAfter(moment)).opens;
	}

	/**
	 * The end of a term of working days: the day that something comes in does not count, and the term
	 * runs until closing time of the last day. Of a term of 0 days that is today, or the next working day.
	 */
	deadline(from: DateTime, days: number): DateTime {
		let day: DateTime = from.setZone(ZONE);
		if (days === 0 && !(this.isWorkingDay(day) && day < this.dayOf(day).closes))
			day = this.workingDayAfter(day);
		for (let count = 0; count < days; count++) day = this.workingDayAfter(day);
		return this.dayOf(day).closes;
	}

	/** The working days after the day of `from`, up to and with the day of `to`; 0 when `to` is not later. */
	workingDaysBetween(from: DateTime, to: DateTime): number {
		const last = to.setZone(ZONE).startOf('day');
		let count = 0;
		for (let day = from.setZone(ZONE).startOf('day'); day < last;) {
			day = day.plus({ days: 1 });
			if (this.isWorkingDay(day)) count++;
		}
		return count;
	}

	/** The whole minutes in which people were at work between two moments; 0 when `to` is not later. */
	workingMinutesBetween(from: DateTime, to: DateTime): number {
		let minutes = 0;
		for (let day: DateTime = from.setZone(ZONE).startOf('day'); day < to; day = day.plus({ days: 1 })) {
			if (!this.isWorkingDay(day)) continue;
			const { opens, closes } = this.dayOf(day);
			const [start, end] = [DateTime.max(opens, from), DateTime.min(closes, to)];
			if (end > start) minutes += end.diff(start).as('minutes');
		}
		return Math.floor(minutes);
	}

	/** The moment at which so many minutes of working time have passed. */
	addWorkingMinutes(from: DateTime, minutes: number): DateTime {
		let at: DateTime = this.nextOpen(from);
		for (let left = minutes; ;) {
			const { closes } = this.dayOf(at);
			const today = closes.diff(at).as('minutes');
			if (left <= today) return at.plus({ minutes: left });
			left -= today;
			at = this.nextOpen(closes.plus(MINUTE));
		}
	}

	private dayOf(moment: DateTime): { opens: DateTime; closes: DateTime } {
		const at = (time: string) => {
			const [hour, minute] = time.split(':').map(Number);
			return moment.setZone(ZONE).set({ hour, minute, second: 0, millisecond: 0 });
		};
		return { opens: at(this.hours.opensAt), closes: at(this.hours.closesAt) };
	}

	private workingDayAfter(moment: DateTime): DateTime {
		let day: DateTime = moment.setZone(ZONE).startOf('day');
		for (let searched = 0; searched < LONGEST_CLOSURE_DAYS; searched++) {
			day = day.plus({ days: 1 });
			if (this.isWorkingDay(day)) return day;
		}
		throw new Error(
			'There is no working day within a year. Check the weekdays and the closing days in the settings.',
		);
	}
}
