import fc from 'fast-check';
import { DateTime } from 'luxon';
import { STATUSES } from '../../../../nodes/shared/domain/signal';
import { planUpdate, silentFrom, type UpdateFacts } from '../../../../nodes/shared/domain/updates/plan';
import { mayTell, quietHoursSchema } from '../../../../nodes/shared/domain/updates/quiet-hours';
import { WorkingCalendar, ZONE } from '../../../../nodes/shared/domain/working-time/working-calendar';

const calendar = new WorkingCalendar();
const term = { firstAnswer: 2, every: 5, supplierSilence: 5 };
const at = (text: string): DateTime => DateTime.fromISO(text, { zone: ZONE });
const MONDAY = '2026-11-02T10:00';

const facts = (changes: Partial<UpdateFacts> = {}): UpdateFacts => ({
	status: 'doorgezet',
	statusSince: at(MONDAY).toISO()!,
	toldStatus: 'doorgezet',
	answered: true,
	waitingSince: at(MONDAY).toISO()!,
	promisedUntil: null,
	wantsUpdates: true,
	asked: false,
	...changes,
});
const planned = (changes: Partial<UpdateFacts> = {}, terms = term): string => {
	const { state, dueAt } = planUpdate(facts(changes), terms, calendar, 5);
	return [state, dueAt?.setZone(ZONE).toFormat('ccc dd-MM HH:mm')].filter(Boolean).join(' ');
};

describe('what is told next, and when', () => {
	it.each([
		[
			'a first answer in the morning of the second working day',
			{ answered: false, toldStatus: null },
			'waiting Wed 04-11 08:00',
		],
		['the next update five working days after the last', {}, 'waiting Mon 09-11 08:00'],
		['the status that the customer waits for at once', { status: 'opgelost' }, 'waiting Mon 02-11 10:00'],
		[
			'that it was closed, when nobody said it was solved',
			{ status: 'afgesloten' },
			'waiting Mon 02-11 10:00',
		],
		['that it is open again', { status: 'heropend' }, 'waiting Mon 02-11 10:00'],
		['nothing about what is closed and was told', { status: 'afgesloten', toldStatus: 'afgesloten' }, 'rest'],
		['nothing about where it lies, which is no news', { status: 'te beoordelen' }, 'waiting Mon 09-11 08:00'],
		['nothing by term to who was asked something', { asked: true }, 'rest'],
		['news to who was asked something', { asked: true, status: 'opgelost' }, 'waiting Mon 02-11 10:00'],
		['nothing to who wants no updates', { wantsUpdates: false, status: 'in behandeling' }, 'rest'],
	] satisfies Array<[string, Partial<UpdateFacts>, string]>)('is %s', (_, changes, expected) => {
		expect(planned(changes)).toBe(expected);
	});

	it('closes what is solved and told after the term, for who wants no updates too', () => {
		const solved = { status: 'opgelost', toldStatus: 'opgelost' } as const;
		expect(planned(solved)).toBe('closing Mon 09-11 17:00');
		expect(planned({ ...solved, wantsUpdates: false })).toBe('closing Mon 09-11 17:00');
		expect(planned({ ...solved, waitingSince: at('2026-11-04T09:00').toISO()! })).toBe(
			'closing Wed 11-11 17:00',
		);
	});

	it('keeps what was promised when terms become longer, and is earlier when they become shorter', () => {
		const promisedUntil = at('2026-11-05T17:00').toISO();
		expect(planned({ promisedUntil })).toBe('waiting Thu 05-11 08:00');
		expect(planned({ promisedUntil }, { ...term, every: 1 })).toBe('waiting Tue 03-11 08:00');
		// Who wrote since then waits for an answer, not for what was promised.
		expect(planned({ promisedUntil, answered: false })).toBe('waiting Wed 04-11 08:00');
	});

	it('knows from when on a supplier is silent for too long', () => {
		expect(silentFrom(at('2026-12-24T10:00').toISO()!, term, calendar).toISODate()).toBe('2027-01-04');
	});
});

describe('quiet hours', () => {
	const evening = quietHoursSchema.parse({});
	it.each([
		['2026-11-02T07:59', false],
		['2026-11-02T08:00', true],
		['2026-11-02T17:59', true],
		['2026-11-02T18:00', false],
		['2026-11-07T10:00', false],
		['2026-12-25T10:00', false],
		// The clock went forward in the night before: eight o'clock is eight o'clock.
		['2026-03-30T07:59', false],
		['2026-03-30T08:00', true],
	])('at %s let mail through: %s', (moment, allowed) => {
		expect(mayTell(at(moment), evening, calendar)).toBe(allowed);
	});

	it('can be within a day, and leave days off alone', () => {
		const lunch = quietHoursSchema.parse({ from: '12:00', until: '13:00', onDaysOff: false });
		const allowed = ['11:59', '12:00', '12:59', '13:00'].map((time) =>
			mayTell(at(`2026-11-07T${time}`), lunch, calendar),
		);
		expect(allowed).toEqual([true, false, false, true]);
		expect(
			mayTell(
				at('2026-11-07T03:00'),
				quietHoursSchema.parse({ from: '00:00', until: '00:00', onDaysOff: false }),
				calendar,
			),
		).toBe(true);
	});
});

describe('whatever happens', () => {
	const minutes = (from: string, until: string) =>
		fc
			.integer({ min: at(from).toMillis() / 60_000, max: at(until).toMillis() / 60_000 })
			.map((minute) => DateTime.fromMillis(minute * 60_000, { zone: ZONE }));
	const moments = minutes('2024-01-01', '2030-12-31');
	const days = fc.integer({ min: 1, max: 20 });
	const terms = fc.record({ firstAnswer: days, every: days, supplierSilence: days });
	const anyFacts = fc
		.record({
			status: fc.constantFrom(...STATUSES),
			toldStatus: fc.constantFrom(null, ...STATUSES),
			answered: fc.boolean(),
			wantsUpdates: fc.boolean(),
			asked: fc.boolean(),
			statusSince: moments,
			waitingSince: moments,
			promisedUntil: fc.option(moments),
		})
		.map((drawn): UpdateFacts => ({
			...drawn,
			statusSince: drawn.statusSince.toISO()!,
			waitingSince: drawn.waitingSince.toISO()!,
			promisedUntil: drawn.promisedUntil?.toISO() ?? null,
		}));

	it('an open signal always has a next update, and a finished one comes to rest', () => {
		fc.assert(
			fc.property(anyFacts, terms, (drawn, drawnTerm) => {
				const { state, dueAt } = planUpdate(drawn, drawnTerm, calendar, 5);
				const finished = drawn.status === 'opgelost' || drawn.status === 'afgesloten';
				if (drawn.wantsUpdates && !drawn.asked && !finished) expect(state).toBe('waiting');
				if (!drawn.wantsUpdates) expect(state).not.toBe('waiting');
				expect(dueAt === null).toBe(state === 'rest');
				const told = planUpdate({ ...drawn, toldStatus: drawn.status }, drawnTerm, calendar, 5);
				if (finished) expect(told.state).toBe(drawn.status === 'opgelost' ? 'closing' : 'rest');
			}),
		);
	});

	it('the next update is never later than its term, and when it is by term it is on a working day', () => {
		fc.assert(
			fc.property(anyFacts, terms, (drawn, drawnTerm) => {
				const told = { ...drawn, toldStatus: drawn.status, wantsUpdates: true, asked: false };
				const { state, dueAt } = planUpdate(told, drawnTerm, calendar, 5);
				fc.pre(state === 'waiting');
				const allowed = told.answered ? drawnTerm.every : drawnTerm.firstAnswer;
				const deadline = calendar.deadline(DateTime.fromISO(told.waitingSince), allowed);
				expect(dueAt! <= deadline).toBe(true);
				if (told.promisedUntil === null) expect(calendar.isOpen(dueAt!)).toBe(true);
				if (told.answered && told.promisedUntil !== null) {
					expect(dueAt! <= DateTime.fromISO(told.promisedUntil)).toBe(true);
				}
			}),
		);
	});

	it('a customer who is told whenever something is due never waits longer than was promised', () => {
		const week = calendar;
		fc.assert(
			fc.property(
				minutes('2024-01-01', '2030-06-30'),
				days,
				fc.integer({ min: 5, max: 60 }),
				(arrival, every, step) => {
					const drawnTerm = { firstAnswer: 2, every, supplierSilence: 5 };
					const quiet = quietHoursSchema.parse({});
					let now = arrival;
					let known = facts({
						status: 'ontvangen',
						toldStatus: null,
						answered: false,
						waitingSince: arrival.toISO()!,
					});
					let promised = week.deadline(arrival, drawnTerm.firstAnswer);
					for (let told = 0; told < 3; now = now.plus({ minutes: step })) {
						const { dueAt } = planUpdate(known, drawnTerm, week, 5);
						// As a workflow does that looks from time to time.
						if (dueAt! > now)
							now = now.plus({ minutes: Math.floor(dueAt!.diff(now).as('minutes') / step) * step });
						if (!mayTell(now, quiet, week) || dueAt! > now) continue;
						expect(now <= promised).toBe(true);
						promised = week.deadline(now, every);
						known = { ...known, answered: true, waitingSince: now.toISO()!, promisedUntil: promised.toISO() };
						told++;
					}
				},
			),
			{ numRuns: 60 },
		);
	});
});
