import { openDatabase } from '../../../nodes/shared/storage/database';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { onEveryDatabase } from '../../support/register-databases';
import { classificationFor, signalFor, ticketFor } from '../../support/signals';

const claim = { by: 'run 1', minutes: 10 };
const [R1, R2, R3] = ['R-2026-000001', 'R-2026-000002', 'R-2026-000003'] as const;
const ticket = ticketFor();

onEveryDatabase(({ fresh }) => {
	let settings: RegisterSettings;
	let register: Register;
	beforeEach(async () => {
		settings = await fresh();
		register = await Register.open(settings, () => new Date('2026-11-02T10:00:00Z'));
		await register.register(signalFor('<1@x>'), claim);
	});
	afterEach(async () => await register.close());

	const changesOf = async (reference: string) =>
		(await register.handling.history(reference))
			.filter(({ field }) => field !== null)
			.map(({ actor, field, from, to }) => [actor, field, from, to]);

	describe('changing the classification', () => {
		it('keeps what it was, with who changed it and why, and ends the review', async () => {
			await register.register(
				signalFor('<2@x>', {
					classification: classificationFor({ review: true, reviewReasons: ['twijfel'] }),
				}),
				claim,
			);
			const { classification } = await register.handling.changeClassification(
				R2,
				{ category: 'klacht', urgency: 'hoog' },
				'Anna',
				'de klant is boos',
			);
			expect(classification).toMatchObject({
				category: 'klacht',
				supplier: 'SSC-ICT',
				urgency: 'hoog',
				review: false,
				reviewReasons: [],
				decidedBy: 'person:Anna',
				confidence: { category: 1, supplier: 0.9 },
			});
			const line = (await register.handling.history(R2)).at(-1)!;
			expect(line).toMatchObject({
				actor: 'Anna',
				text: "Classificatie gewijzigd: soort van 'storing' naar 'klacht', urgentie van 'normaal' naar 'hoog'. Reden: de klant is boos",
				field: 'classification',
				from: { category: 'storing', urgency: 'normaal', decidedBy: 'model', modelVersion: 'test' },
				to: { category: 'klacht', urgency: 'hoog', decidedBy: 'person:Anna' },
			});
			expect((await register.search({ category: ['klacht'], urgency: ['hoog'] })).length).toBe(1);
		});

		it('says what it is beside its category, and keeps what it was', async () => {
			const { handling } = register;
			const also = async (changes: Parameters<typeof handling.changeClassification>[1]) =>
				(await handling.changeClassification(R1, changes, 'Anna', 'x')).classification!.also;
			expect(await also({ also: ['wens', 'storing', 'klacht', 'wens'] })).toEqual(['klacht', 'wens']);
			expect(await also({ urgency: 'hoog' })).toEqual(['klacht', 'wens']);
			expect(await also({ category: 'klacht' })).toEqual(['wens']);
			expect(await also({ also: [] })).toEqual([]);
			const history = await handling.history(R1);
			expect(history.slice(1).map(({ text, from, to }) => [text, from, to])).toMatchObject([
				["Classificatie gewijzigd: ook 'klacht, wens'. Reden: x", { also: [] }, { also: ['klacht', 'wens'] }],
				[expect.stringContaining('urgentie'), {}, {}],
				[expect.stringContaining("ook van 'klacht, wens' naar 'wens'"), {}, { also: ['wens'] }],
				["Classificatie gewijzigd: ook van 'wens' naar 'niets'. Reden: x", { also: ['wens'] }, { also: [] }],
			]);
			expect((await register.get(R1)).classification!.confidence).not.toHaveProperty('also');
		});

		it('confirms without a change, once', async () => {
			await register.register(
				signalFor('<2@x>', { classification: classificationFor({ review: true }) }),
				claim,
			);
			for (const time of [1, 2]) {
				await register.handling.changeClassification(R2, {}, 'Anna', `keer ${time}`);
			}
			const { actions } = await register.get(R2);
			expect(actions.map(({ text }) => text).slice(1)).toEqual(['Classificatie bevestigd. Reden: keer 1']);
		});

		it('needs category and supplier where there was none', async () => {
			await register.register(signalFor('<2@x>', { classification: null }), claim);
			const { handling } = register;
			await expect(
				handling.changeClassification(R2, { category: 'klacht' }, 'Anna', 'x'),
			).rejects.toMatchObject({
				message: 'R-2026-000002 has no classification yet.',
				hint: 'Choose both a category and a supplier.',
			});
			const changes = { category: 'klacht', supplier: 'FMH' } as const;
			const { classification } = await handling.changeClassification(R2, changes, 'Anna', 'gebeld');
			expect(classification).toMatchObject({ ...changes, urgency: 'normaal', sentiment: 'neutraal' });
		});
	});

	it('assigns, gives on and takes back, and finds by handler', async () => {
		const { handling } = register;
		expect(await handling.assign(R1, ' Anna ', 'desk')).toMatchObject({ handler: 'Anna' });
		await handling.assign(R1, 'Anna', 'desk');
		await handling.assign(R1, 'Bram', 'Anna');
		expect(await register.search({ handler: 'Bram' })).toHaveLength(1);
		expect(await handling.assign(R1, '', 'desk')).not.toHaveProperty('handler');
		expect(await changesOf(R1)).toEqual([
			['desk', 'handler', null, 'Anna'],
			['Anna', 'handler', 'Anna', 'Bram'],
			['desk', 'handler', 'Bram', null],
		]);
	});

	it('reopens what was closed, with the reason, and nothing else', async () => {
		await expect(register.handling.reopen(R1, 'Anna', 'weer stuk')).rejects.toThrow(
			/cannot become 'heropend'/,
		);
		await register.setStatus(R1, 'afgesloten', 'desk');
		expect(await register.handling.reopen(R1, 'Anna', 'weer stuk')).toMatchObject({ status: 'heropend' });
		const line = (await register.handling.history(R1)).at(-1)!;
		expect(line).toMatchObject({
			text: "Van 'afgesloten' naar 'heropend'. Reden: weer stuk",
			from: 'afgesloten',
			to: 'heropend',
		});
	});

	it('has a history that only grows, whoever tries', async () => {
		const db = await openDatabase(settings);
		await expect(db.deleteFrom('actions').execute()).rejects.toThrow('only grows');
		await expect(db.updateTable('actions').set({ at: '2020' }).execute()).rejects.toThrow('only grows');
		await db.updateTable('actions').set({ text: '(gewist)' }).execute();
		await db.destroy();
		expect(await register.handling.history(R1)).toMatchObject([{ kind: 'geregistreerd', text: '(gewist)' }]);
	});

	describe('merging a duplicate', () => {
		const answerTo = (thread: string, id: string) => {
			const mail = signalFor(id, { text: 'Nog steeds stuk' });
			mail.source.thread = [thread];
			return mail;
		};

		beforeEach(async () => {
			await register.register(signalFor('<2@x>'), claim);
			await register.addTicket(R2, ticket, 'intake');
			await register.register(answerTo('<2@x>', '<2b@x>'), claim);
		});

		it('closes it, and keeps its tickets, its mails and its words', async () => {
			const kept = await register.handling.merge(R2, R1, 'Anna');
			expect(kept).toMatchObject({ reference: R1, status: 'ontvangen', tickets: [] });
			const duplicate = await register.get(R2);
			expect(duplicate).toMatchObject({ status: 'afgesloten', duplicateOf: R1, tickets: [ticket] });
			expect(await register.followUps(R2)).toHaveLength(1);
			expect(await register.search({ contains: 'I 2611 001' })).toHaveLength(1);
			expect(await changesOf(R2)).toEqual([
				['Anna', 'status', 'ontvangen', 'afgesloten'],
				['Anna', 'duplicateOf', null, R1],
			]);
			expect(kept.actions.at(-1)!.text).toContain(`${R2} is een dubbel hiervan`);
		});

		it('lands the mail about it on the signal that is kept, which opens again', async () => {
			await register.handling.merge(R2, R1, 'Anna');
			await register.setStatus(R1, 'opgelost', 'Anna');
			const { signal, outcome } = await register.register(answerTo('<2@x>', '<2c@x>'), claim);
			expect([outcome, signal.reference, signal.status]).toEqual(['follow-up', R1, 'heropend']);
			const mention = signalFor('<2d@x>');
			mention.source.mentions = [R2];
			expect((await register.register(mention, claim)).signal.reference).toBe(R1);
		});

		it('leads on when the one that was kept is a duplicate too', async () => {
			await register.register(signalFor('<3@x>'), claim);
			await register.handling.merge(R2, R1, 'Anna');
			await register.handling.merge(R1, R3, 'Anna');
			expect(await register.get(R2)).toMatchObject({ duplicateOf: R3 });
			expect((await register.register(answerTo('<2@x>', '<2c@x>'), claim)).signal.reference).toBe(R3);
		});

		it('does it once, and never in a circle', async () => {
			const { handling } = register;
			await handling.merge(R2, R1, 'Anna');
			const before = await handling.history(R2);
			await handling.merge(R2, R1, 'Anna');
			expect(await handling.history(R2)).toEqual(before);
			await expect(handling.merge(R1, R1, 'Anna')).rejects.toThrow('cannot be a duplicate of itself');
			await expect(handling.merge(R1, R2, 'Anna')).rejects.toThrow('cannot be a duplicate of itself');
			await register.register(signalFor('<3@x>'), claim);
			await expect(handling.merge(R2, R3, 'Anna')).rejects.toThrow(`${R2} is a duplicate of ${R1} already`);
		});

		it('is undone by opening the duplicate again', async () => {
			await register.handling.merge(R2, R1, 'Anna');
			const reopened = await register.handling.reopen(R2, 'Anna', 'toch iets anders');
			expect(reopened).toMatchObject({ status: 'heropend' });
			expect(reopened).not.toHaveProperty('duplicateOf');
			expect((await register.register(answerTo('<2@x>', '<2c@x>'), claim)).signal.reference).toBe(R2);
			await register.handling.merge(R2, R1, 'Anna');
			expect(await register.get(R2)).toMatchObject({ status: 'afgesloten', duplicateOf: R1 });
		});

		it('leaves an intake that was under way nothing to do', async () => {
			await register.handling.merge(R2, R1, 'Anna');
			await register.completeIntake(R2, 'doorgezet', 'intake');
			expect(await register.get(R2)).toMatchObject({ status: 'afgesloten' });
			expect((await register.register(signalFor('<2@x>'), claim)).outcome).toBe('handled');
		});
	});
});
