import { getDue } from '../../../nodes/Pdc/announcements/get-due';
import { customerGroupSchema, type CustomerGroup } from '../../../nodes/Pdc/announcements/customer-group';
import { fromOrder } from '../../../nodes/Pdc/announcements/from-planon';
import { fromCalendar, fromMajorIncident } from '../../../nodes/Pdc/announcements/from-topdesk';
import { knownIds } from '../../../nodes/Pdc/announcements/known';
import { plannedWork } from '../../../nodes/Pdc/announcements/planned-work';
import { takeIn } from '../../../nodes/Pdc/announcements/take-in';
import type { Policy } from '../../../nodes/Pdc/announcements/review-policy';
import type { Report } from '../../../nodes/Pdc/announcements/report';
import { registerPerTest } from '../../support/pdc-register';
import { onEveryDatabase } from '../../support/register-databases';

onEveryDatabase((database) => {
	/** Tuesday 24 November 2026, 10.00 in the Netherlands. */
	const at = registerPerTest(database);
	const GROUP = customerGroupSchema.parse({ email: 'klanten@dc.example' });
	const ICT = { supplier: 'SSC-ICT', place: '' } as const;
	const SETTINGS = { dailyFrom: '08:00', atOnceWithinHours: 24 };

	const tellAll = async (groups: CustomerGroup[] = [GROUP], policy: Policy = 'none') =>
		await at.register.together(async ({ pdc }) => await getDue(pdc, groups, { policy, settings: SETTINGS }));
	/** What goes out now, and did. */
	const sendAll = async (groups?: CustomerGroup[], policy?: Policy) => {
		const mails = await tellAll(groups, policy);
		for (const { key } of mails) await at.pdc.announcements.recordOutcome(key, 'sent');
		return mails;
	};
	const report = async (what: Report) => await takeIn(at.pdc, what, 'test');

	const incident = (more: object = {}) =>
		fromMajorIncident(
			{
				id: 'i1',
				number: 'I 2611 001',
				status: 'firstLine',
				briefDescription: 'Geen wifi',
				majorCall: true,
				branch: { name: 'Turfmarkt' },
				callDate: '2026-11-24T08:30:00Z',
				targetDate: '2026-11-24T11:00:00Z',
				...more,
			},
			ICT,
		);
	const change = (more: object = {}) =>
		fromCalendar(
			{
				id: 'c1',
				number: 'W2611-001',
				briefDescription: 'Onderhoud aan de wifi',
				currentState: 'planned',
				start: '2026-12-05T07:00:00+0000',
				end: '2026-12-05T11:00:00+0000',
				...more,
			},
			ICT,
		);

	describe('a disturbance', () => {
		it('is told at once, then each change that a customer notices, and nothing twice', async () => {
			await report(incident());
			expect(await sendAll()).toMatchObject([
				{
					to: 'klanten@dc.example',
					subject: 'Storing: Geen wifi',
					text: [
						'Storing: Geen wifi',
						'Waar: Turfmarkt',
						'Sinds: dinsdag 24 november 2026, 9.30 uur',
						'Verwacht opgelost: dinsdag 24 november 2026, 12.00 uur',
					].join('\n'),
				},
			]);
			expect((await report(incident())).changed).toBe(false);
			expect(await sendAll()).toEqual([]);

			await report(incident({ targetDate: '2026-11-24T14:00:00Z' }));
			const [later, ...others] = await sendAll();
			expect(others).toEqual([]);
			expect(later!.subject).toBe('Nieuws over de storing: Geen wifi');
			expect(later!.text).toContain(
				'Verwacht opgelost: dinsdag 24 november 2026, 15.00 uur\nDit was: dinsdag 24 november 2026, 12.00 uur',
			);
			await report(incident({ completed: true }));
			expect((await sendAll()).map(({ subject }) => subject)).toEqual(['Opgelost: Geen wifi']);
			await report(incident({ closed: true, briefDescription: 'Geen wifi (afgesloten)', targetDate: null }));
			expect(await sendAll()).toEqual([]);
			await report(incident());
			expect((await sendAll()).map(({ subject }) => subject)).toEqual(['Toch nog niet opgelost: Geen wifi']);
		});

		it('makes nothing of noise: white space, seconds, and fields that customers do not read', async () => {
			await report(incident());
			await sendAll();
			const noise = [
				{ briefDescription: '  Geen   wifi ' },
				{ targetDate: '2026-11-24T11:00:42.000+0000' },
				{ callDate: '2026-11-24T08:41:00Z' },
				{ number: 'I 2611 999', operator: { name: 'Piet' }, modificationDate: '2026-11-24T09:00:00Z' },
			];
			for (const more of noise) {
				expect([more, (await report(incident(more))).changed]).toEqual([more, false]);
				expect(await sendAll()).toEqual([]);
			}
			expect(await at.pdc.announcements.versions.history('topdesk-storing:SSC-ICT:i1')).toHaveLength(1);
		});

		it('keeps nothing of persons', async () => {
			const caller = { dynamicName: 'Jan Jansen', email: 'jan@x.example' };
			const { announcement } = await report(
				incident({
					briefDescription: 'Geen wifi, bel 06-12345678 of piet@ssc.example',
					caller,
					request: 'Jan Jansen belde',
					operator: { name: 'Piet' },
				}),
			);
			expect(announcement!.words.title).toBe('Geen wifi, bel [TELEFOONNUMMER] of [E-MAILADRES]');
			expect(JSON.stringify(announcement)).not.toMatch(/Jan|Piet|piet/);
		});

		it('that was over before anybody heard of it, is told to nobody', async () => {
			expect(await report(incident({ closed: true }))).toMatchObject({ announcement: null });
			await report(incident());
			await report(incident({ majorCall: false }));
			expect(await sendAll()).toEqual([]);
		});
	});

	describe('planned work', () => {
		it('is told once a day, and at once when it is near or going on', async () => {
			await report(change());
			const [first] = await sendAll();
			expect(first!.text).toBe(
				'Gepland werk: Onderhoud aan de wifi\nWanneer: zaterdag 5 december 2026, van 8.00 tot 12.00 uur',
			);
			await report(change({ id: 'c2', briefDescription: 'Nieuwe printers' }));
			await report(change({ end: '2026-12-05T12:00:00+0000' }));
			expect(await sendAll()).toEqual([]);
			at.later(1);
			expect((await sendAll()).map(({ subject }) => subject)).toEqual([
				'Storingen en gepland werk: 2 berichten',
			]);
			at.later(9.9);
			await report(change({ start: '2026-12-05T08:00:00+0000', end: '2026-12-05T12:00:00+0000' }));
			const [moved] = await sendAll();
			expect(moved!.text).toContain('Dit was: zaterdag 5 december 2026, van 8.00 tot 13.00 uur');
			await report(change({ currentState: 'in_progress', end: '2026-12-05T12:00:00+0000' }));
			await report(change({ id: 'c3', briefDescription: 'Zomaar', start: '2027-01-05T07:00:00Z' }));
			expect((await sendAll()).map(({ subject }) => subject)).toEqual(['Begonnen: Onderhoud aan de wifi']);
		});

		it('that is canceled keeps its words and moments, and is told to who knew of it', async () => {
			await report(change());
			await sendAll();
			at.later(1);
			const ids = await knownIds(at.pdc, 'SSC-ICT');
			expect(ids).toEqual({ changes: ['c1'], incidents: [] });
			await report(fromCalendar({ id: 'c1', number: 'W2611-001', currentState: 'canceled' }, ICT));
			const [mail] = await sendAll([GROUP, { email: 'nieuw@dc.example' }]);
			expect(mail!.subject).toBe('Gaat niet door: Onderhoud aan de wifi');
			expect(await knownIds(at.pdc, 'SSC-ICT')).toEqual({ changes: [], incidents: [] });
			expect(await plannedWork(at.pdc)).toEqual([]);
		});

		it('whose time has passed is news for nobody', async () => {
			await report(change({ start: '2026-11-20T07:00:00Z', end: '2026-11-20T11:00:00Z' }));
			expect(await sendAll()).toEqual([]);
		});

		it('comes from an order in Planon, by the fields that this Planon has', async () => {
			const order = {
				syscode: '12',
				number: '1000012',
				description: 'Liften in onderhoud',
				comment: 'Bel Kees',
				state: 'reported',
				requestor: 4711,
				record: {
					Begin: { date: '2026-12-05', time: '08:00:00' },
					End: '2026-12-05T12:00:00',
					PropertyRef: 8,
				},
			};
			const fields = { start: 'Begin', end: 'End', place: 'PropertyRef', placeNames: { 8: 'Turfmarkt 147' } };
			const { announcement } = await report(fromOrder(order, { supplier: 'FMH', place: '' }, fields));
			expect(announcement).toMatchObject({
				code: 'planon-order:FMH:12',
				start: '2026-12-05T07:00:00.000Z',
				end: '2026-12-05T11:00:00.000Z',
				words: { title: 'Liften in onderhoud', place: 'Turfmarkt 147' },
			});
			expect(await plannedWork(at.pdc)).toEqual([
				{
					supplier: 'FMH',
					title: 'Liften in onderhoud (Turfmarkt 147)',
					when: 'zaterdag 5 december 2026, van 8.00 tot 12.00 uur',
				},
			]);
			expect(() => fromOrder({ ...order, state: null, stateInPlanon: 229 }, ICT, fields)).toThrow(
				'Order 1000012 is in the state 229',
			);
		});
	});

	describe('groups of customers', () => {
		it('hear only what concerns them, in one mail', async () => {
			await report(incident());
			await report(change({ start: '2026-11-24T12:00:00Z', end: '2026-11-24T13:00:00Z' }));
			const groups = [
				{ email: 'alle@dc.example' },
				{ email: 'elders@dc.example', places: ['Koningskade'] },
				{ email: 'fmh@dc.example', suppliers: ['FMH'] },
				{ email: 'storing@dc.example', kinds: ['storing'], places: ['turfmarkt'] },
			].map((group) => customerGroupSchema.parse(group));
			expect((await sendAll(groups)).map(({ to, subject }) => [to, subject])).toEqual([
				['alle@dc.example', 'Storingen en gepland werk: 2 berichten'],
				['elders@dc.example', 'Gepland werk: Onderhoud aan de wifi'],
				['storing@dc.example', 'Storing: Geen wifi'],
			]);
		});

		it('are forgotten on request, with what they were told', async () => {
			await report(incident());
			await sendAll();
			const request = { email: GROUP.email, actor: 'an', reason: 'verzoek' };
			await at.register.personalData.erase(request, false);
			expect((await at.pdc.announcements.toldTo(GROUP.email)).size).toBe(0);
		});

		it('get a mail again in the same words and with the same key until it is known that it went out', async () => {
			await report(incident());
			const [first] = await tellAll();
			await report(incident({ targetDate: '2026-11-24T14:00:00Z' }));
			const [again, next, ...others] = await tellAll();
			expect(again).toEqual(first);
			expect(next!.key).not.toBe(first!.key);
			expect(others).toEqual([]);
			for (const { key } of [again!, next!]) await at.pdc.announcements.recordOutcome(key, 'sent');
			expect(await tellAll()).toEqual([]);
			expect(await at.pdc.announcements.recordOutcome('onbekend', 'sent')).toBe(false);
		});
	});
});
