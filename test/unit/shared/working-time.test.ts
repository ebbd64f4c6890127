import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dutchHolidays } from '../../../nodes/shared/domain/working-time/holidays';
import { WorkingCalendar, ZONE } from '../../../nodes/shared/domain/working-time/working-calendar';

const at = (text: string): DateTime => DateTime.fromISO(text, { zone: ZONE });
const shown = (moment: DateTime): string => moment.setZone(ZONE).toFormat("yyyy-MM-dd'T'HH:mm");

describe('Dutch holidays', () => {
	/** From rijksoverheid.nl and the church calendar: 1 January, Easter, Koningsdag, Ascension, Whitsun, Christmas. */
	it.each([
		[2024, '01-01 03-31 04-01 04-27 05-09 05-19 05-20 12-25 12-26'],
		[2025, '01-01 04-20 04-21 04-26 05-29 06-08 06-09 12-25 12-26'],
		[2026, '01-01 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26'],
		[2027, '01-01 03-28 03-29 04-27 05-06 05-16 05-17 12-25 12-26'],
		[2028, '01-01 04-16 04-17 04-27 05-25 06-04 06-05 12-25 12-26'],
		[2029, '01-01 04-01 04-02 04-27 05-10 05-20 05-21 12-25 12-26'],
		[2030, '01-01 04-21 04-22 04-27 05-30 06-09 06-10 12-25 12-26'],
	])('of %i, with Koningsdag on the 26th when the 27th is a Sunday', (year, days) => {
		const dates = [...dutchHolidays(year, { liberationDay: 'never', goodFriday: false })].sort();
		expect(dates).toEqual(days.split(' ').map((day) => `${year}-${day}`));
	});

	it('have Bevrijdingsdag never, once in five years, or always', () => {
		const years = [2024, 2025, 2026, 2027, 2028, 2029, 2030];
		const off = (liberationDay: 'never' | 'lustrum' | 'always') =>
			years.filter((year) => dutchHolidays(year, { liberationDay, goodFriday: false }).has(`${year}-05-05`));
		expect(off('never')).toEqual([]);
		expect(off('lustrum')).toEqual([2025, 2030]);
		expect(off('always')).toEqual(years);
	});

	it('have Good Friday only where the organisation chose it', () => {
		expect(dutchHolidays(2026, { liberationDay: 'never', goodFriday: true }).has('2026-04-03')).toBe(true);
		expect(dutchHolidays(2026, { liberationDay: 'never', goodFriday: false }).has('2026-04-03')).toBe(false);
	});
});

describe('working time', () => {
	const calendar = new WorkingCalendar();

	it.each([
		['a Monday morning', '2026-11-23T09:00', 2, '2026-11-25T17:00'],
		['a Friday afternoon', '2026-11-27T16:59', 2, '2026-12-01T17:00'],
		['a Saturday', '2026-11-28T12:00', 1, '2026-11-30T17:00'],
		['before Easter', '2026-04-02T10:00', 2, '2026-04-07T17:00'],
		['before Christmas', '2026-12-24T10:00', 1, '2026-12-28T17:00'],
		['before Koningsdag on the 26th', '2025-04-25T10:00', 1, '2025-04-28T17:00'],
		['over the hour that is skipped', '2026-03-27T10:00', 1, '2026-03-30T17:00'],
		['over the hour that comes twice', '2026-10-23T10:00', 1, '2026-10-26T17:00'],
		['within the same day', '2026-11-23T09:00', 0, '2026-11-23T17:00'],
		['after closing, within the day', '2026-11-23T18:00', 0, '2026-11-24T17:00'],
	])('a term from %s', (_, from, days, deadline) => {
		expect(shown(calendar.deadline(at(from), days))).toBe(deadline);
	});

	/** Counted from the table of holidays above; 5 May is a working day in 2025, 2026, 2027 and 2028. */
	it.each([
		[2024, 256, 256, 256],
		[2025, 255, 254, 254],
		[2026, 255, 255, 254],
		[2027, 256, 256, 255],
		[2028, 254, 254, 253],
		[2029, 254, 254, 254],
		[2030, 255, 255, 255],
	])('has in %i so many working days, by how Bevrijdingsdag was chosen', (year, never, lustrum, always) => {
		const counted = (['never', 'lustrum', 'always'] as const).map((liberationDay) =>
			new WorkingCalendar({ liberationDay }).workingDaysBetween(at(`${year - 1}-12-31`), at(`${year}-12-31`)),
		);
		expect(counted).toEqual([never, lustrum, always]);
	});

	it.each([
		['within a day', '2026-11-23T09:00', 90, '2026-11-23T10:30'],
		['until closing time', '2026-11-23T16:00', 60, '2026-11-23T17:00'],
		['over a night', '2026-11-23T16:00', 90, '2026-11-24T08:30'],
		['over a weekend in which the clock goes back', '2026-10-23T16:30', 60, '2026-10-26T08:30'],
		['over a weekend in which the clock goes forward', '2026-03-27T16:30', 60, '2026-03-30T08:30'],
		['over Easter', '2026-04-03T16:30', 60, '2026-04-07T08:30'],
		['over Koningsdag on a Monday', '2026-04-24T16:30', 60, '2026-04-28T08:30'],
		['over Bevrijdingsdag in 2025, that is a day off', '2025-05-02T16:30', 60, '2025-05-06T08:30'],
		['over 5 May 2026, that is none', '2026-05-04T16:30', 60, '2026-05-05T08:30'],
		['over New Year, into another year', '2026-12-31T16:30', 60, '2027-01-04T08:30'],
		['from a night', '2026-11-23T03:00', 30, '2026-11-23T08:30'],
	])('adds minutes %s', (_, from, minutes, until) => {
		expect(shown(calendar.addWorkingMinutes(at(from), minutes))).toBe(until);
	});

	it.each([
		['before opening', '2026-11-23T07:59', false],
		['at opening', '2026-11-23T08:00', true],
		['at closing', '2026-11-23T17:00', false],
		['on a Saturday', '2026-11-28T10:00', false],
		['on Koningsdag', '2026-04-27T10:00', false],
		['on the day after the clock went forward', '2026-03-30T08:00', true],
	])('knows whether people are at work %s', (_, moment, open) => {
		expect(calendar.isOpen(at(moment))).toBe(open);
	});

	it('reckons in Dutch time, wherever the server stands', () => {
		// 23:30 UTC on Sunday is Monday morning in the Netherlands.
		const sunday = DateTime.fromISO('2026-11-22T23:30:00Z', { zone: 'utc' });
		expect(calendar.isWorkingDay(sunday)).toBe(true);
		expect(shown(calendar.deadline(sunday, 1))).toBe('2026-11-24T17:00');
	});

	it('knows the days on which the organisation itself is closed, and its hours', () => {
		const own = new WorkingCalendar({ closedOn: ['2026-05-15'], opensAt: '07:30', closesAt: '18:00' });
		expect(shown(own.deadline(at('2026-05-13T10:00'), 1))).toBe('2026-05-18T18:00');
		expect(own.isOpen(at('2026-05-13T07:30'))).toBe(true);
		expect(own.isOpen(at('2026-05-13T18:00'))).toBe(false);
	});

	it.each([
		[{ opensAt: '17:00', closesAt: '09:00' }, 'The closing time must be after the opening time'],
		[{ opensAt: '9 uur' }, 'Write a time as 08:30'],
		[{ closedOn: ['24-12-2026'] }, 'Write a day as 2026-12-24'],
	])('says which setting is wrong: %j', (hours, message) => {
		expect(() => new WorkingCalendar(hours)).toThrow(message);
	});

	it('gives up on a calendar that is never open, and says what to check', () => {
		const day = at('2026-01-01T00:00');
		const closedOn = Array.from({ length: 800 }, (_, index) => day.plus({ days: index }).toISODate()!);
		expect(() => new WorkingCalendar({ closedOn }).deadline(day, 1)).toThrow('Check the weekdays');
	});

	const moments = fc
		.integer({ min: at('2024-01-01').toMillis() / 60_000, max: at('2031-01-01').toMillis() / 60_000 })
		.map((minutes) => DateTime.fromMillis(minutes * 60_000, { zone: ZONE }));

	it('ends every term on a working day, and as many working days later as it is long', () => {
		fc.assert(
			fc.property(moments, fc.integer({ min: 1, max: 60 }), (from, days) => {
				const deadline = calendar.deadline(from, days);
				expect(calendar.isWorkingDay(deadline)).toBe(true);
				expect(calendar.workingDaysBetween(from, deadline)).toBe(days);
			}),
		);
	});

	it('never makes a longer term or a later start end earlier', () => {
		fc.assert(
			fc.property(moments, moments, fc.integer({ min: 1, max: 30 }), (one, other, days) => {
				const [first, second] = [DateTime.min(one, other), DateTime.max(one, other)];
				expect(calendar.deadline(first, days + 1) > calendar.deadline(first, days)).toBe(true);
				expect(calendar.deadline(first, days) <= calendar.deadline(second, days)).toBe(true);
				expect(calendar.deadline(first, 0) <= calendar.deadline(first, 1)).toBe(true);
			}),
		);
	});

	it('measures what it added, also over the change of the clock', () => {
		fc.assert(
			fc.property(moments, fc.integer({ min: 1, max: 5000 }), (from, minutes) => {
				const until = calendar.addWorkingMinutes(from, minutes);
				expect(calendar.workingMinutesBetween(from, until)).toBe(minutes);
				expect(calendar.isWorkingDay(until)).toBe(true);
			}),
		);
	});

	it('adds up: a time in two parts is the time as a whole', () => {
		const aWhile = fc.integer({ min: 0, max: 60 * 24 * 60 });
		fc.assert(
			fc.property(moments, aWhile, aWhile, (first, one, other) => {
				const second = first.plus({ minutes: one });
				const third = second.plus({ minutes: other });
				const parts =
					calendar.workingMinutesBetween(first, second) + calendar.workingMinutesBetween(second, third);
				expect(parts).toBe(calendar.workingMinutesBetween(first, third));
			}),
		);
	});
});
