import fc from 'fast-check';
import { recordAnswer, showQuestion } from '../../../nodes/SignalRegister/satisfaction/answer';
import { isSampled } from '../../../nodes/shared/domain/satisfaction';
import { NO_FLAGS, type Signal } from '../../../nodes/shared/domain/signal';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { houseStyleSchema } from '../../../nodes/shared/style/house-style';
import { AMPLE, outgoingMail } from '../../support/outgoing';
import { onEveryDatabase } from '../../support/register-databases';
import { classificationFor, signalFor } from '../../support/signals';

const style = houseStyleSchema.parse({ organisation: 'Dienstencentrum' });
const claim = { by: 'test', minutes: 10 };
const ALL = { percentage: 100, closedForHours: 24, closedWithinDays: 14, oncePerDays: 90, limit: 100 };
const TERMS = { oncePerDays: 90, validDays: 14 };

let settings: RegisterSettings;
let clock: Date;
const later = (days: number) => (clock = new Date(clock.getTime() + days * 86_400_000));

let register: Register;
onEveryDatabase(({ fresh }) => {
	beforeEach(async () => {
		clock = new Date('2026-11-02T10:00:00Z');
		settings = await fresh();
		register = await Register.open(settings, () => clock);
	});
	afterEach(async () => await register.close());

	/** A signal that was closed now, of this customer. */
	async function closed(id: string, email: string | null = `${id}@x.example`, changes: Partial<Signal> = {}) {
		const signal = signalFor(`<${id}@x>`, {
			customer: { name: 'Jan', email, organisation: null },
			...changes,
		});
		const { signal: registered } = await register.register(signal, claim);
		await register.completeIntake(registered.reference!, 'afgesloten', 'test');
		return registered.reference!;
	}

	const candidates = async (changes = {}) =>
		(await register.satisfaction.candidates({ ...ALL, ...changes })).map(({ signal }) => signal.reference);

	async function invited(reference: string) {
		const { invitation, refusal } = await register.satisfaction.invite(reference, TERMS);
		expect(refusal).toBeNull();
		return invitation!;
	}

	async function mailed(key: string) {
		await register.outbox.reserve(outgoingMail(key), AMPLE);
		await register.outbox.handingOver(key);
		await register.outbox.sent(key);
	}

	const answer = async (token: string, posted: unknown, when: 'ask' | 'heropenen' | 'onvrede' = 'ask') =>
		await recordAnswer(register, token, posted, when, style);

	describe('who is asked', () => {
		it('is the customer of a signal that was closed for a while, and not too long', async () => {
			const reference = await closed('een');
			expect(await candidates()).toEqual([]);
			later(1);
			expect(await candidates()).toEqual([reference]);
			later(13);
			expect(await candidates()).toEqual([reference]);
			later(0.001);
			expect(await candidates()).toEqual([]);
		});

		it('is nobody about what was opened again', async () => {
			const reference = await closed('een');
			await register.setStatus(reference, 'heropend', 'test');
			later(1);
			expect(await candidates()).toEqual([]);
			expect(await register.satisfaction.invite(reference, TERMS)).toEqual({
				invitation: null,
				refusal: 'not-closed',
			});
		});

		it('is no machine, and nobody without an address', async () => {
			const auto = await closed('auto', 'auto@x.example', { flags: { ...NO_FLAGS, autoReply: true } });
			const nameless = await closed('geen', null);
			later(1);
			expect(await candidates()).toEqual([]);
			expect((await register.satisfaction.invite(auto, TERMS)).refusal).toBe('automatic-sender');
			expect((await register.satisfaction.invite(nameless, TERMS)).refusal).toBe('no-address');
		});

		it('is nobody who asked for no more messages, until he wants them again', async () => {
			const stopped = await closed('een', 'jan@x.example');
			const same = await closed('twee', 'Jan+werk@x.example');
			const silent = await closed('drie');
			const other = await closed('vier');
			await register.updates.stop({ customer: 'jan@x.example' }, true, 'klant');
			await register.updates.stop({ reference: silent }, true, 'klant');
			later(1);
			expect(await candidates()).toEqual([other]);
			for (const reference of [stopped, same, silent]) {
				expect((await register.satisfaction.invite(reference, TERMS)).refusal).toBe('stopped');
			}
			await register.updates.stop({ customer: 'jan@x.example' }, false, 'klant');
			await register.updates.stop({ reference: silent }, false, 'klant');
			expect((await candidates()).sort()).toEqual([stopped, silent, other].sort());
			expect((await register.satisfaction.invite(stopped, TERMS)).refusal).toBeNull();
		});

		it('is a sample, the same one every time', async () => {
			const references: string[] = [];
			for (let n = 0; n < 40; n++) {
				references.push(await closed(`klant${n}`));
				later(0.001);
			}
			later(1);
			const some = await candidates({ percentage: 30 });
			expect(await candidates({ percentage: 30 })).toEqual(some);
			expect(some.length).toBeGreaterThan(0);
			expect(some.length).toBeLessThan(40);
			expect(await candidates({ percentage: 0 })).toEqual([]);
			expect(await candidates()).toEqual(references);
			expect(await candidates({ limit: 7 })).toEqual(references.slice(0, 7));
		});

		it('goes by the percentage, and whoever is in stays in with a larger one', () => {
			const share = fc.integer({ min: 0, max: 1_000 }).map((n) => n / 10);
			fc.assert(
				fc.property(fc.uuid(), share, share, (id, one, other) => {
					const [small, large] = [Math.min(one, other), Math.max(one, other)];
					if (isSampled(id, small)) expect(isSampled(id, large)).toBe(true);
					expect([isSampled(id, 0), isSampled(id, 100)]).toEqual([false, true]);
				}),
			);
			const ids = Array.from({ length: 4_000 }, (_, n) => signalFor(`<${n}@x>`).id);
			const sampled = ids.filter((id) => isSampled(id, 25)).length;
			expect(sampled / ids.length).toBeGreaterThan(0.22);
			expect(sampled / ids.length).toBeLessThan(0.28);
		});
	});

	describe('how often', () => {
		it('is once per customer in a period, however the address is written', async () => {
			const first = await closed('een', 'jan@x.example');
			const second = await closed('twee', 'jan+werk@x.example');
			later(1);
			expect(await candidates()).toEqual([first]);
			await mailed((await invited(first)).idempotencyKey);
			expect(await candidates()).toEqual([]);
			expect((await register.satisfaction.invite(second, TERMS)).refusal).toBe('too-soon');
			expect((await register.satisfaction.invite(first, TERMS)).refusal).toBe('asked');
			later(90);
			expect((await register.satisfaction.invite(second, TERMS)).refusal).toBeNull();
		});

		it('is again for a question that did not get out, with a link that works', async () => {
			const reference = await closed('een');
			later(1);
			await invited(reference);
			later(1);
			expect(await candidates()).toEqual([reference]);
			const { token, validUntil } = await invited(reference);
			expect(validUntil).toBe('2026-11-18T10:00:00.000Z');
			expect((await answer(token, { antwoord: 'tevreden' })).answer).not.toBeNull();
		});

		it('is once when many runs ask the same customer at once', async () => {
			const references: string[] = [];
			for (let n = 0; n < 6; n++) references.push(await closed(`s${n}`, 'jan@x.example'));
			const runs = await Promise.all(references.map(async () => await Register.open(settings, () => clock)));
			const outcomes = await Promise.all(
				runs.map(async (run, n) => await run.satisfaction.invite(references[n]!, TERMS)),
			);
			expect(outcomes.filter(({ invitation }) => invitation)).toHaveLength(1);
			expect(outcomes.filter(({ refusal }) => refusal === 'too-soon')).toHaveLength(5);
			await Promise.all(runs.map(async (run) => await run.close()));
		});
	});

	describe('the page', () => {
		it('shows the question, and fetching it counts for nothing', async () => {
			const reference = await closed('een');
			const { token } = await invited(reference);
			for (let scans = 0; scans < 3; scans++) {
				const { status, html } = await showQuestion(register, token, 'ask', style);
				expect(status).toBe(200);
				expect(html).toContain(`Uw melding ${reference}`);
			}
			expect(await register.satisfaction.answerOf(reference)).toBeNull();
		});

		it('says that a link was used, has expired or is none', async () => {
			const { token } = await invited(await closed('een'));
			const title = async (code: string) =>
				/<h1>(.*)<\/h1>/.exec((await showQuestion(register, code, 'ask', style)).html)![1];
			expect(await title('verzonnen')).toBe('Deze link werkt niet');
			expect(await title(token)).toBe('Bent u tevreden?');
			await answer(token, { antwoord: 'tevreden' });
			expect(await title(token)).toBe('Deze link is al gebruikt');
			const { token: late } = await invited(await closed('twee'));
			later(14);
			expect(await title(late)).toBe('Deze link is verlopen');
		});

		it('has the choices that the administrator wants', async () => {
			const { token } = await invited(await closed('een'));
			const labels = async (when: 'ask' | 'heropenen') =>
				[...(await showQuestion(register, token, when, style)).html.matchAll(/-\d">(.*)<\/label>/g)].map(
					([, label]) => label,
				);
			expect(await labels('heropenen')).toEqual(['Tevreden', 'Niet tevreden']);
			expect(await labels('ask')).toHaveLength(3);
		});
	});

	describe('an answer', () => {
		it('counts once', async () => {
			const reference = await closed('een');
			const { token } = await invited(reference);
			const first = await answer(token, { antwoord: 'tevreden', toelichting: ' Snel geholpen ' });
			expect(first.answer).toMatchObject({ reference, answer: 'tevreden', remark: 'Snel geholpen' });
			expect(first.page.html).toContain('<h1>Bedankt</h1>');
			const second = await answer(token, { antwoord: 'niet-tevreden-heropenen' });
			expect(second.answer).toBeNull();
			expect(second.page.html).toContain('al gebruikt');
			expect((await register.get(reference)).status).toBe('afgesloten');
			expect(await register.satisfaction.answerOf(reference)).toEqual({
				answer: 'tevreden',
				answeredAt: clock.toISOString(),
			});
		});

		it('counts once for a question, whichever of its links is used', async () => {
			const reference = await closed('een');
			const [one, other] = [await invited(reference), await invited(reference)];
			const outcomes = [await answer(one.token, { antwoord: 'tevreden' })];
			outcomes.push(await answer(other.token, { antwoord: 'tevreden' }));
			expect(outcomes.map(({ answer: counted }) => counted !== null)).toEqual([true, false]);
			expect((await showQuestion(register, other.token, 'ask', style)).html).toContain('al gebruikt');
		});

		it.each([
			['nothing', {}],
			['another word', { antwoord: 'misschien' }],
			['two answers', { antwoord: ['tevreden', 'tevreden'] }],
			['no form', 'antwoord=tevreden'],
			['a list', []],
			['a remark without end', { antwoord: 'tevreden', toelichting: 'x'.repeat(2_001) }],
		])('is asked again after %s, and the link stays good', async (_what, posted) => {
			const { token } = await invited(await closed('een'));
			const { page, answer: counted } = await answer(token, posted);
			expect(counted).toBeNull();
			expect(page.status).toBe(422);
			expect(page.html).toContain('Controleer uw antwoord');
			expect((await answer(token, { antwoord: 'tevreden' })).answer).not.toBeNull();
		});

		it('opens the signal again for who asks that', async () => {
			const reference = await closed('een');
			const { token } = await invited(reference);
			await answer(token, { antwoord: 'niet-tevreden-heropenen', toelichting: 'Hij doet het nog niet.' });
			const { status, actions } = await register.get(reference);
			expect(status).toBe('heropend');
			expect(actions.map(({ text }) => text)).toContain(
				'De klant is niet tevreden: Hij doet het nog niet. De klant vraagt er opnieuw naar te kijken.',
			);
			expect(await register.search({})).toHaveLength(1);
		});

		it('takes an answer about a signal that is open again already', async () => {
			const reference = await closed('een');
			const { token } = await invited(reference);
			await register.setStatus(reference, 'heropend', 'test');
			await register.setStatus(reference, 'in behandeling', 'test');
			await answer(token, { antwoord: 'niet-tevreden-heropenen' });
			expect((await register.get(reference)).status).toBe('in behandeling');
			expect(await register.satisfaction.answerOf(reference)).toMatchObject({ answer: 'niet tevreden' });
		});

		it('becomes onvrede in the register for who asks that', async () => {
			const reference = await closed('een', 'jan@x.example', {
				classification: classificationFor({ supplier: 'FMH' }),
			});
			const { token } = await invited(reference);
			const { answer: counted, page } = await answer(token, {
				antwoord: 'niet-tevreden-onvrede',
				toelichting: 'Niemand belde terug',
			});
			const onvrede = await register.get(counted!.onvredeReference!);
			expect(onvrede).toMatchObject({
				subject: `Niet tevreden over ${reference}`,
				text: 'Niemand belde terug',
				customer: { email: 'jan@x.example' },
				classification: { category: 'onvrede', supplier: 'FMH' },
				status: 'ontvangen',
			});
			expect(page.html).toContain(onvrede.reference!);
			expect((await register.get(reference)).status).toBe('afgesloten');
			later(1);
			expect(await candidates()).toEqual([]);
		});

		it('of who is not satisfied waits until somebody is told', async () => {
			const reference = await closed('een');
			const { token } = await invited(reference);
			await answer(token, { antwoord: 'niet-tevreden-heropenen', toelichting: 'Stuk' });
			await answer((await invited(await closed('twee'))).token, { antwoord: 'tevreden' });
			const [waiting, ...others] = await register.satisfaction.unannounced(10);
			expect(others).toEqual([]);
			expect(waiting).toMatchObject({ reference, remark: 'Stuk', consequence: 'heropenen' });
			await mailed(waiting!.idempotencyKey);
			expect(await register.satisfaction.unannounced(10)).toEqual([]);
		});

		it('of many at once counts one', async () => {
			const reference = await closed('een');
			const { token } = await invited(reference);
			const runs = await Promise.all(
				Array.from({ length: 5 }, async () => await Register.open(settings, () => clock)),
			);
			const posted = { antwoord: 'niet-tevreden-onvrede' };
			const outcomes = await Promise.all(
				runs.map(async (run) => await recordAnswer(run, token, posted, 'ask', style)),
			);
			expect(outcomes.filter(({ answer: counted }) => counted)).toHaveLength(1);
			expect(await register.search({ category: ['onvrede'] })).toHaveLength(1);
			await Promise.all(runs.map(async (run) => await run.close()));
		});
	});

	it('counts what was asked and answered, per supplier and category', async () => {
		const ask = async (id: string, supplier: 'FMH' | 'Xerox', posted?: object) => {
			const reference = await closed(id, undefined, { classification: classificationFor({ supplier }) });
			const { token, idempotencyKey } = await invited(reference);
			await mailed(idempotencyKey);
			if (posted) await answer(token, posted);
			return reference;
		};
		await ask('een', 'FMH', { antwoord: 'tevreden' });
		await ask('twee', 'FMH', { antwoord: 'niet-tevreden-heropenen' });
		await ask('drie', 'Xerox', { antwoord: 'niet-tevreden-onvrede' });
		await ask('vier', 'Xerox');
		await invited(await closed('nooit verstuurd', 'nooit@x.example'));
		const { total, bySupplier, byCategory } = await register.satisfaction.figures(null, null);
		expect(total).toEqual({
			asked: 4,
			answered: 3,
			satisfied: 1,
			dissatisfied: 2,
			reopened: 1,
			onvrede: 1,
			response: 0.75,
			satisfaction: 1 / 3,
		});
		expect(bySupplier).toMatchObject([
			{ supplier: 'FMH', asked: 2, response: 1, satisfaction: 0.5 },
			{ supplier: 'Xerox', asked: 2, response: 0.5, satisfaction: 0 },
		]);
		expect(byCategory).toMatchObject([{ category: 'storing', asked: 4 }]);
		const none = await register.satisfaction.figures('2026-11-03T00:00:00+01:00', null);
		expect(none).toMatchObject({ total: { asked: 0, response: null, satisfaction: null }, bySupplier: [] });
	});
});
