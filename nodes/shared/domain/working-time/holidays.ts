import Holidays from 'date-holidays';

/**
 * - `never`: an ordinary working day, as in most collective agreements;
 * - `lustrum`: a day off once in five years (2025, 2030), as for the central government;
 * - `always`: a day off every year.
 */
export const LIBERATION_DAY = ['never', 'lustrum', 'always'] as const;
export type LiberationDay = (typeof LIBERATION_DAY)[number];

export interface HolidayChoices {
	/** Bevrijdingsdag, 5 May. */
	liberationDay: LiberationDay;
	/** Goede Vrijdag, on which part of the organisations is closed. */
	goodFriday: boolean;
}

/** The library's own names; the rest of the day's kind is in its `type`. */
const GOOD_FRIDAY = 'Goede Vrijdag';
const LIBERATION = 'Bevrijdingsdag';

const calendar = new Holidays('NL', { languages: ['nl'] });
const ofYear = new Map<string, ReadonlySet<string>>();

function isOff(
	{ name, type }: { name: string; type: string },
	year: number,
	choices: HolidayChoices,
): boolean {
	if (name === LIBERATION) {
		return choices.liberationDay === 'always' || (choices.liberationDay === 'lustrum' && year % 5 === 0);
	}
	return type === 'public' || (name === GOOD_FRIDAY && choices.goodFriday);
}

/** The Dutch holidays of a year as ISO dates, such as `2027-04-27`. Koningsdag on a Sunday is the day before. */
export function dutchHolidays(year: number, choices: HolidayChoices): ReadonlySet<string> {
	const key = `${year} ${choices.liberationDay} ${choices.goodFriday}`;
	const known = ofYear.get(key);
	if (known) return known;
	const days = calendar.getHolidays(year).filter((day) => isOff(day, year, choices));
	const dates = new Set(days.map(({ date }) => date.slice(0, 10)));
	ofYear.set(key, dates);
	return dates;
}
