import { askReviews } from '../../../nodes/Pdc/announcements/ask-review';
import { fromMajorIncident } from '../../../nodes/Pdc/announcements/from-topdesk';
import { getDue } from '../../../nodes/Pdc/announcements/get-due';
import { openReview, useReview } from '../../../nodes/Pdc/announcements/review';
import type { Policy } from '../../../nodes/Pdc/announcements/review-policy';
import { takeIn } from '../../../nodes/Pdc/announcements/take-in';
import { houseStyleSchema } from '../../../nodes/shared/style/house-style';
import { registerPerTest } from '../../support/pdc-register';
import { onEveryDatabase } from '../../support/register-databases';

onEveryDatabase((database) => {
	const at = registerPerTest(database);
	const ELS = 'els@dc.example';
	const style = houseStyleSchema.parse({});

	const disturbance = async (more: object = {}) => {
		const record = {
			id: 'i1',
			number: 'I 2611 001',
			briefDescription: 'P1 DHCP-scope VLAN 210 vol',
			majorCall: true,
			targetDate: '2026-11-24T11:00:00Z',
			...more,
		};
		return await takeIn(at.pdc, fromMajorIncident(record, { supplier: 'SSC-ICT', place: '' }), 'test');
	};
	const ask = async (approvers = [ELS], policy: Policy = 'all') =>
		await at.register.together(
			async (register) => await askReviews(register, { policy, approvers, linkDays: 14, remindHours: 4 }),
		);
	const sent = async (keys: Array<{ key: string }>) => {
		for (const { key } of keys) await at.pdc.announcements.recordOutcome(key, 'sent');
	};
	const send = async (policy: Policy = 'all') => {
		const settings = { dailyFrom: '08:00', atOnceWithinHours: 24 };
		const mails = await at.register.together(
			async ({ pdc }) => await getDue(pdc, [{ email: 'klanten@dc.example' }], { policy, settings }),
		);
		await sent(mails);
		return mails.map(({ text }) => text);
	};
	const decide = async (token: string, form: object) =>
		await useReview({ register: at.register, style }, token, form);
	const YES = {
		titel: 'Geen wifi',
		waar: 'Turfmarkt',
		merkt: 'Gebruik een kabel.',
		besluit: 'melden',
		email: ELS,
	};

	describe('approval of an announcement', () => {
		it('lets customers read what a person wrote, and then goes on by itself', async () => {
			await disturbance();
			expect(await send()).toEqual([]);
			const [question] = await ask();
			expect(question).toMatchObject({
				to: ELS,
				subject: 'Aankondiging beoordelen: P1 DHCP-scope VLAN 210 vol',
			});
			const page = await openReview({ register: at.register, style }, question!.token);
			expect(page.html).toContain('P1 DHCP-scope VLAN 210 vol');
			expect(await decide(question!.token, YES)).toMatchObject({ outcome: 'melden' });
			expect(await send()).toEqual([
				[
					'Storing: Geen wifi',
					'Waar: Turfmarkt',
					'Verwacht opgelost: dinsdag 24 november 2026, 12.00 uur',
					'Wat merkt u? Gebruik een kabel.',
				].join('\n'),
			]);
			await disturbance({ targetDate: '2026-11-24T14:00:00Z' });
			expect((await send())[0]).toContain('Nieuws over de storing: Geen wifi');
			await disturbance({ closed: true });
			expect((await send())[0]).toContain('Opgelost: Geen wifi');
			expect(await ask()).toEqual([]);
		});

		it('is asked again for other words, while customers go on reading the approved ones', async () => {
			await disturbance();
			const [first] = await ask();
			await sent([first!]);
			await decide(first!.token, YES);
			await send();
			await disturbance({ briefDescription: 'Geen telefonie', targetDate: '2026-11-24T14:00:00Z' });
			expect((await send())[0]).toContain('Nieuws over de storing: Geen wifi');
			const [second] = await ask();
			expect((await openReview({ register: at.register, style }, second!.token)).html).toContain(
				'Klanten lezen nu: Geen wifi',
			);
			await decide(second!.token, { ...YES, besluit: 'niet melden', titel: 'Geen telefonie' });
			await sent([second!]);
			expect(await ask()).toEqual([]);
			await disturbance({ briefDescription: 'Geen telefonie', closed: true });
			expect((await send())[0]).toContain('Opgelost: Geen wifi');
		});

		it('once refused, tells nobody and asks nobody any more', async () => {
			await disturbance();
			const [question] = await ask();
			await decide(question!.token, { ...YES, besluit: 'niet melden' });
			await disturbance({ briefDescription: 'Anders', targetDate: '2026-11-24T14:00:00Z' });
			expect([await ask(), await send(), await send('none')]).toEqual([[], [], []]);
		});

		it('asks everybody who may approve, and the first one decides', async () => {
			await disturbance();
			const [one, other] = await ask([ELS, 'bob@dc.example']);
			await decide(other!.token, { ...YES, email: 'bob@dc.example' });
			const late = await decide(one!.token, { ...YES, titel: 'Iets anders' });
			expect(late).toMatchObject({ outcome: 'niets', page: { status: 410 } });
			expect(late.page.html).toContain('Over I 2611 001 besloot bob@dc.example: melden');
			expect((await send())[0]).toContain('Geen wifi');
		});

		it('refuses a link that is used again, expired, or somebody else’s, and a form that is not filled in', async () => {
			await disturbance();
			const { token } = (await ask())[0]!;
			const stranger = await decide(token, { ...YES, email: 'x@dc.example' });
			expect(stranger).toMatchObject({ outcome: 'niets', page: { status: 403 } });
			const empty = await decide(token, { titel: ' ', email: ELS });
			expect(empty.page).toMatchObject({ status: 422 });
			expect(empty.page.html).toContain('Schrijf wat er is');
			expect(empty.page.html).toContain('Kies wat u besluit');
			expect(await send()).toEqual([]);
			expect(await decide(token, YES)).toMatchObject({ outcome: 'melden' });
			expect(await decide(token, YES)).toMatchObject({ outcome: 'niets', page: { status: 410 } });
			await disturbance({ briefDescription: 'Anders' });
			const { token: later } = (await ask())[0]!;
			at.later(15);
			expect((await decide(later, YES)).page.html).toContain('Deze link is verlopen');
			expect((await decide('verzonnen', YES)).page.status).toBe(404);
		});

		it('is asked once, again until it is known that the mail went out, and a few times more when nobody decides', async () => {
			await disturbance();
			const [first] = await ask();
			const [again] = await ask();
			expect(again!.key).toBe(first!.key);
			await sent([first!]);
			expect(await ask()).toEqual([]);
			const subjects: string[] = [];
			for (let times = 0; times < 6; times++) {
				at.later(1 / 6);
				const reminders = await ask();
				subjects.push(...reminders.map(({ subject }) => subject));
				await sent(reminders);
			}
			expect(subjects).toHaveLength(3);
			expect(subjects[0]).toContain('Herinnering');
		});

		it('is not needed where it is set so', async () => {
			await disturbance();
			expect(await ask([ELS], 'plannedWork')).toEqual([]);
			expect(await send('plannedWork')).toHaveLength(1);
		});
	});
});
