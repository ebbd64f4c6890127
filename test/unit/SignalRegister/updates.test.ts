import { setTimeout } from 'node:timers/promises';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import type { Signal, Status } from '../../../nodes/shared/domain/signal';
import { AMPLE, outgoingMail } from '../../support/outgoing';
import { classificationFor, signalFor } from '../../support/signals';
import { onEveryDatabase } from '../../support/register-databases';

let register: Register;
let settings: RegisterSettings;
let now: Date;
/** Dutch time in the winter. */
const clock = (moment: string) => (now = new Date(`${moment}:00+01:00`));

const JAN = { name: 'Jan de Vries', email: 'jan@justitie.example', organisation: null };
const claim = (by = 'uitvoering 1') => ({ by, minutes: 15 });

onEveryDatabase(({ fresh }) => {
	beforeEach(async () => {
		clock('2026-11-02T10:00');
		settings = await fresh();
		register = await Register.open(settings, () => now);
	});
	afterEach(async () => await register.close());

	/** A signal whose intake is finished, of which the customer got his answer. */
	async function arrived(
		id: string,
		changes: Partial<Signal> = {},
		status: Status = 'doorgezet',
	): Promise<string> {
		const { signal } = await register.register(
			signalFor(`<${id}@x>`, {
				customer: JAN,
				source: { ...signalFor(`<${id}@x>`).source, receivedAt: now.toISOString() },
				...changes,
			}),
			{ by: 'intake', minutes: 10 },
		);
		const reference = signal.reference!;
		await sent(`${reference}:antwoord`, reference, changes.customer?.email ?? JAN.email);
		await register.completeIntake(reference, status, 'intake');
		return reference;
	}

	async function sent(key: string, reference: string, to: string): Promise<void> {
		await register.outbox.reserve(outgoingMail(key, { reference, to: [to] }), AMPLE);
		await register.outbox.handingOver(key);
		await register.outbox.sent(key);
	}

	const due = async (limit = 50, by = 'uitvoering 1') => await register.updates.due({}, claim(by), limit);
	const said = async () =>
		(await due()).map(({ customer, signals }) => [
			customer.email,
			...signals.map(({ reference, status }) => `${reference} ${status}`),
		]);
	const actions = async (reference: string, kind: string) =>
		(await register.get(reference)).actions.filter((action) => action.kind === kind).map(({ text }) => text);

	describe('what is due', () => {
		it('is nothing before the term, and the next update in the morning of its last day', async () => {
			const reference = await arrived('1');
			clock('2026-11-06T16:00');
			expect(await due()).toEqual([]);
			clock('2026-11-09T07:59');
			expect(await due()).toEqual([]);
			clock('2026-11-09T08:00');
			const [update] = await due();
			expect(update).toMatchObject({
				customer: JAN.email ? { name: JAN.name, email: JAN.email } : {},
				signals: [{ reference, subject: 'Laptop start niet op', status: 'doorgezet' }],
				subject: `Stand van zaken: Laptop start niet op [${reference}]`,
				signal: { reference },
			});
			expect(update!.text).toBe(`Beste Jan de Vries,

Dit is de stand van zaken van uw bericht "Laptop start niet op" (${reference}).

SSC-ICT heeft uw melding van ons gekregen. Er is nog geen nieuws.

De volgende update is uiterlijk maandag 16 november 2026.

Wilt u hierover geen updates meer? Beantwoord deze e-mail dan met alleen het woord stop. Een vraag stellen kan ook: laat het nummer in het onderwerp staan.

Met vriendelijke groet,
Dienstencentrum`);
		});

		it('is a first answer to who has none, counted from what he wrote', async () => {
			await register.register(
				signalFor('<1@x>', { customer: JAN, classification: classificationFor({ review: true }) }),
				{ by: 'intake', minutes: 10 },
			);
			clock('2026-11-03T16:00');
			expect(await due()).toEqual([]);
			clock('2026-11-04T09:00');
			const [update] = await due();
			expect(update!.text).toContain('Een collega bekijkt wie u het beste kan helpen.');
		});

		it('is nothing for automatic mail, nor for who has no address', async () => {
			const { flags } = signalFor('<1@x>');
			const automatic = signalFor('<1@x>', { flags: { ...flags, autoReply: true } });
			const nobody = signalFor('<2@x>', { customer: { name: 'Jan', email: null, organisation: null } });
			for (const signal of [automatic, nobody])
				await register.register(signal, { by: 'intake', minutes: 10 });
			clock('2026-12-01T10:00');
			expect(await due()).toEqual([]);
		});

		it('is news at once, outside quiet hours', async () => {
			const reference = await arrived('1');
			clock('2026-11-02T18:30');
			await register.setStatus(reference, 'in behandeling', 'test');
			expect(await due()).toEqual([]);
			clock('2026-11-03T08:00');
			const [update] = await due();
			expect(update!.text).toContain('SSC-ICT is ermee begonnen.');
			expect(update!.text).toContain('uiterlijk dinsdag 10 november 2026');
		});

		it('is one message for a customer with several signals, however he writes his address', async () => {
			const first = await arrived('1');
			clock('2026-11-04T10:00');
			const second = await arrived('2', {
				subject: 'Muis',
				customer: { ...JAN, email: 'jan+werk@justitie.example' },
			});
			await arrived('3', { customer: { ...JAN, email: 'piet@justitie.example' } });
			clock('2026-11-09T10:00');
			expect(await said()).toEqual([[JAN.email, `${first} doorgezet`, `${second} doorgezet`]]);
		});

		it('reckons anew when terms or closing days change', async () => {
			await arrived('1');
			clock('2026-11-04T10:00');
			expect(await due()).toEqual([]);
			const quicker = { terms: { exceptions: [{ supplier: 'SSC-ICT' as const, every: 2 }] } };
			await register.updates.setTerms({ ...quicker, calendar: { closedOn: ['2026-11-03'] } });
			expect(await due()).toEqual([]);
			await register.updates.setTerms(quicker);
			expect(await due()).toHaveLength(1);
		});

		it('goes by terms that are set while it reckons', async () => {
			await arrived('1');
			clock('2026-11-04T10:00');
			const other = await Register.open(settings, () => now);
			let reckoned: Promise<unknown>;
			await other.together(async ({ updates }) => {
				// It has seen that there is something to reckon, and waits for its turn to write.
				reckoned = register.updates.silentSuppliers(10);
				await setTimeout(300);
				await updates.setTerms({ terms: { exceptions: [{ supplier: 'SSC-ICT', every: 2 }] } });
			});
			await reckoned!;
			await other.close();
			expect(await due()).toHaveLength(1);
		});

		it('says which setting is wrong', async () => {
			const wrong = { calendar: { closedOn: ['24-12-2026'] } };
			await expect(register.updates.setTerms(wrong)).rejects.toThrow('Write a day as 2026-12-24');
		});
	});

	describe('each update once', () => {
		let reference: string;
		beforeEach(async () => {
			reference = await arrived('1');
			clock('2026-11-09T10:00');
		});

		it('what goes out is written down by itself, and counts from then', async () => {
			const [update] = await due();
			await sent(update!.key, reference, JAN.email);
			expect(await actions(reference, 'statusbericht')).toEqual([
				"De klant weet dat de stand 'doorgezet' is. Volgende update uiterlijk maandag 16 november 2026.",
			]);
			clock('2026-11-13T17:00');
			expect(await due()).toEqual([]);
			clock('2026-11-16T08:00');
			expect(await due()).toHaveLength(1);
			expect(await register.updates.record(update!.key, 'sent', 'test')).toEqual([]);
		});

		it('two runs at once: only one of them gets it', async () => {
			const other = await Register.open(settings, () => now);
			const given = await Promise.all([
				due(50, 'uitvoering 1'),
				other.updates.due({}, claim('uitvoering 2'), 50),
			]);
			expect(given.flat()).toHaveLength(1);
			await other.close();
		});

		it('a run that broke off before sending: the same key, with what is true now', async () => {
			const [first] = await due();
			clock('2026-11-09T10:10');
			expect(await due()).toEqual([]);
			await register.setStatus(reference, 'in behandeling', 'test');
			clock('2026-11-09T10:15');
			const [again] = await due();
			expect(again!.key).toBe(first!.key);
			expect(again!.text).toContain('SSC-ICT is ermee begonnen.');
		});

		it('a run that broke off while sending: the same mail, so that it does not go twice', async () => {
			const [first] = await due();
			await register.outbox.reserve(outgoingMail(first!.key, { reference, to: [JAN.email] }), AMPLE);
			await register.outbox.handingOver(first!.key);
			await register.setStatus(reference, 'opgelost', 'test');
			clock('2026-11-09T10:20');
			const [again] = await due();
			expect(again).toEqual({ ...first, signal: await register.get(reference) });
			// Signal Mailbox then says that it is in doubt; a person decides about it, and the news still goes.
			expect(await register.updates.record(again!.key, 'doubtful', 'test')).toEqual([reference]);
			const [news] = await due();
			expect(news!.text).toContain('Volgens SSC-ICT is dit opgelost.');
		});

		it('a mail that a limit held back is tried again with its own key', async () => {
			const [first] = await due();
			await register.outbox.reserve(outgoingMail(first!.key, { reference }), { ...AMPLE, perAddress: 0 });
			expect(await register.updates.record(first!.key, 'limited', 'test')).toEqual([]);
			clock('2026-11-09T10:20');
			expect((await due()).map(({ key }) => key)).toEqual([first!.key]);
		});

		it('an automatic sender is left alone from then on', async () => {
			const [update] = await due();
			await register.updates.record(update!.key, 'skipped', 'test');
			clock('2026-11-23T10:00');
			expect(await due()).toEqual([]);
			expect(await actions(reference, 'notitie')).toEqual([
				`Geen statusberichten aan ${JAN.email}: dit is een automatische afzender.`,
			]);
		});

		it('a person who wrote or called has told the customer', async () => {
			await register.addAction(reference, { kind: 'telefoon', actor: 'Karin', text: 'Gebeld.' });
			expect(await due()).toEqual([]);
			clock('2026-11-16T08:00');
			expect(await due()).toHaveLength(1);
		});

		it('a mail to somebody else tells the customer nothing', async () => {
			await sent('R:leverancier', reference, 'servicedesk@leverancier.example');
			expect(await due()).toHaveLength(1);
		});
	});

	describe('answers of the customer', () => {
		const answer = async (reference: string, id: string, text: string) => {
			const mail = signalFor(`<${id}@x>`, { customer: JAN, text });
			const source = { ...mail.source, thread: ['<1@x>'], receivedAt: now.toISOString() };
			const { signal } = await register.register({ ...mail, source }, { by: 'intake', minutes: 10 });
			expect(signal.reference).toBe(reference);
			return signal;
		};

		it('stop ends the updates of that signal, also of what is solved', async () => {
			const reference = await arrived('1');
			await register.setStatus(reference, 'opgelost', 'test');
			expect((await answer(reference, '2', 'Stop')).status).toBe('opgelost');
			clock('2026-11-30T10:00');
			expect(await due()).toEqual([]);
			expect(await actions(reference, 'notitie')).toEqual([
				'De klant wil hierover geen statusberichten meer.',
			]);
		});

		it('not solved opens it again, is onvrede, and gets an update', async () => {
			const reference = await arrived('1');
			await register.setStatus(reference, 'opgelost', 'test');
			const [solved] = await due();
			await sent(solved!.key, reference, JAN.email);
			clock('2026-11-03T09:00');
			const signal = await answer(reference, '2', 'Het werkt nog steeds niet.');
			expect(signal).toMatchObject({ status: 'heropend', classification: { also: ['onvrede'] } });
			expect(await actions(reference, 'onvrede')).toEqual(['Volgens de klant is het niet opgelost.']);
			const [reopened] = await due();
			expect(reopened!.text).toContain('Wij hebben uw melding opnieuw geopend');
		});

		it('thanks leaves what is solved as it is', async () => {
			const reference = await arrived('1');
			await register.setStatus(reference, 'opgelost', 'test');
			expect((await answer(reference, '2', 'Dank u wel, het werkt!')).status).toBe('opgelost');
			expect(await actions(reference, 'onvrede')).toEqual([]);
		});

		it('what he writes while an update is under way is not answered by it', async () => {
			const reference = await arrived('1');
			clock('2026-11-09T10:00');
			const [update] = await due();
			clock('2026-11-09T10:01');
			await answer(reference, '2', 'Hebben jullie al nieuws?');
			clock('2026-11-09T10:02');
			await sent(update!.key, reference, JAN.email);
			clock('2026-11-11T08:00');
			expect(await said()).toEqual([[JAN.email, `${reference} doorgezet`]]);
		});
	});

	describe('stop and resume', () => {
		it('for a customer holds for what he sends later too', async () => {
			await arrived('1');
			await register.updates.stop({ customer: 'Jan <JAN@justitie.example>' }, true, 'test');
			await arrived('2');
			clock('2026-11-09T10:00');
			expect(await due()).toEqual([]);
			await register.updates.stop({ customer: JAN.email }, false, 'test');
			expect((await due()).map(({ signals }) => signals.length)).toEqual([2]);
		});

		it('for a signal leaves the others', async () => {
			const [first, second] = [await arrived('1'), await arrived('2')];
			await register.updates.stop({ reference: first }, true, 'test');
			clock('2026-11-09T10:00');
			expect(await said()).toEqual([[JAN.email, `${second} doorgezet`]]);
			await expect(register.updates.stop({ reference: 'R-2026-000999' }, true, 'test')).rejects.toThrow(
				'There is no signal R-2026-000999',
			);
		});
	});

	describe('silent suppliers', () => {
		const ticket = { system: 'topdesk' as const, supplier: 'SSC-ICT' as const, id: null };
		const silent = async () =>
			(await register.updates.silentSuppliers(100)).map(({ supplier, signals }) => [
				supplier,
				...signals.map(({ reference, workingDays }) => `${reference} ${workingDays}`),
			]);

		it('are told per supplier once their term is over, and again after the same term', async () => {
			const reference = await arrived('1');
			await arrived('2');
			await register.addTicket(reference, { ...ticket, number: 'I 1', createdAt: now.toISOString() }, 'test');
			clock('2026-11-09T16:59');
			expect(await silent()).toEqual([]);
			clock('2026-11-09T17:00');
			expect(await silent()).toEqual([['SSC-ICT', `${reference} 5`]]);
			const [told] = await register.updates.silentSuppliers(100);
			expect(told!.text).toContain(
				`- ${reference}, ticket I 1: Laptop start niet op. Laatste bericht: maandag 2 november 2026, 5 werkdagen geleden.`,
			);
			await register.updates.recordEscalation([reference], 'test');
			expect(await silent()).toEqual([]);
			expect(await actions(reference, 'escalatie')).toHaveLength(1);
			clock('2026-11-16T17:00');
			expect(await silent()).toEqual([['SSC-ICT', `${reference} 10`]]);
		});

		it('are not silent any more after a sign, nor when it is solved', async () => {
			const [first, second] = [await arrived('1'), await arrived('2')];
			for (const reference of [first, second]) {
				await register.addTicket(
					reference,
					{ ...ticket, number: reference, createdAt: now.toISOString() },
					'test',
				);
			}
			clock('2026-11-06T10:00');
			await register.setStatus(second, 'opgelost', 'test');
			await register.suppliers.report(
				{
					changeId: 'c1',
					system: 'topdesk',
					reference: first,
					ticket: { number: first, id: null },
					progress: null,
					text: 'Monteur komt.',
					by: 'supplier',
				},
				'test',
			);
			clock('2026-11-09T17:00');
			expect(await silent()).toEqual([]);
			clock('2026-11-13T17:00');
			expect(await silent()).toEqual([['SSC-ICT', `${first} 5`]]);
		});
	});

	describe('closing', () => {
		it('closes what was solved and told, when the customer does not react in time', async () => {
			const [first, second] = [
				await arrived('1'),
				await arrived('2', { customer: { ...JAN, email: 'p@x.example' } }),
			];
			await register.setStatus(first, 'opgelost', 'test');
			const [update] = await due();
			expect(update!.nextUpdateBy).toBeNull();
			await sent(update!.key, first, JAN.email);
			const close = async () =>
				(await register.updates.closeSolved(100, 'test')).map(({ reference }) => reference);
			clock('2026-11-09T16:59');
			expect(await close()).toEqual([]);
			clock('2026-11-09T17:00');
			expect(await close()).toEqual([first]);
			expect((await register.get(first)).status).toBe('afgesloten');
			clock('2026-11-30T10:00');
			// Nothing more about what is closed; the other one goes on.
			expect(await said()).toEqual([['p@x.example', `${second} doorgezet`]]);
		});
	});
});
