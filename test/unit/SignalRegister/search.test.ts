import fc from 'fast-check';
import { CATEGORIES, SUPPLIERS, URGENCIES } from '../../../nodes/shared/domain/codebook';
import type { Signal } from '../../../nodes/shared/domain/signal';
import { Register } from '../../../nodes/shared/storage/register';
import type { SignalCriteria } from '../../../nodes/shared/storage/search';
import { Dice } from '../../support/dice';
import { onEveryDatabase } from '../../support/register-databases';
import { classificationFor, signalFor } from '../../support/signals';

const claim = { by: 'run 1', minutes: 10 };
let clock: Date;
const later = (minutes: number) => (clock = new Date(clock.getTime() + minutes * 60_000));

onEveryDatabase(({ fresh }) => {
	let register: Register;
	beforeEach(async () => {
		clock = new Date('2026-11-02T10:00:00Z');
		register = await Register.open(await fresh(), () => clock);
	});
	afterEach(async () => await register.close());

	let mails = 0;
	const registered = async (changes = {}) =>
		(await register.register(signalFor(`<${++mails}@x>`, changes), claim)).signal.reference!;
	const found = async (criteria: SignalCriteria) =>
		(await register.search(criteria)).map(({ reference }) => Number(reference!.slice(-6)));
	const containing = (contains: string) => found({ contains });

	it('finds by status, supplier, urgency, customer and period, newest first', async () => {
		await registered({ classification: classificationFor({ supplier: 'RGD', urgency: 'hoog' }) });
		later(60);
		await registered();
		expect(await found({})).toEqual([2, 1]);
		expect(await found({ supplier: ['RGD'] })).toEqual([1]);
		expect(await found({ urgency: ['hoog'] })).toEqual([1]);
		expect(await found({ customerEmail: 'J.deVries@minvenj.example', limit: 1 })).toEqual([2]);
		expect(await found({ registeredUntil: '2026-11-02T11:00:00+00:00' })).toEqual([1]);
		expect(await found({ status: ['ontvangen'] })).toEqual([2, 1]);
		expect(await found({ status: ['afgesloten'] })).toEqual([]);
	});

	describe('by words', () => {
		beforeEach(async () => {
			await registered({
				subject: 'Lampen kapot',
				text: 'De verlichting in zaal 3.12 doet het niet: café-hoek.',
			});
			await registered({ subject: 'Storing lift', text: 'De lift piept. Groet, Özgür' });
			await registered({ subject: 'Lamp', text: 'In de lift is een lamp kapot' });
		});

		it.each([
			['lamp', [3, 1]],
			['LAMPEN', [3, 1]],
			['lamp lift', [3]],
			['de lamp in de lift', [3]],
			['lamp printer', []],
			['cafe hoek', [1]],
			['café-hoek', [1]],
			['ozgur', [2]],
			['3.12', [1]],
			['verlicht*', [1]],
			['lampe*', [3, 1]],
			['pen', []],
			['R-2026-000002', [2]],
			['j.devries@minvenj.example lift', [3, 2]],
			['de', [3, 2, 1]],
			['!?', []],
			[`'; drop table signals; -- " OR * ) ( & | ! :* <->`, []],
		])('%s', async (words, numbers) => {
			expect(await containing(words)).toEqual(numbers);
		});

		it('finds what a follow-up and a ticket say', async () => {
			expect(await containing('kraan')).toEqual([]);
			const answer = signalFor('<answer@x>', { text: 'Nu lekken ook de kranen.' });
			answer.source.thread = [`<${mails - 1}@x>`];
			await register.register(answer, claim);
			expect(await containing('lift kraan lek')).toEqual([2]);
			await register.addTicket(
				'R-2026-000003',
				{
					system: 'topdesk',
					supplier: 'RGD',
					number: 'I 2611 004',
					id: null,
					createdAt: clock.toISOString(),
				},
				'test',
			);
			expect(await containing('I 2611 004')).toEqual([3]);
			expect(await containing('lamp kapot')).toEqual([3, 1]);
		});

		it('goes together with filters and pages', async () => {
			await register.setStatus('R-2026-000003', 'doorgezet', 'test');
			expect(await found({ contains: 'lamp', status: ['doorgezet'] })).toEqual([3]);
			expect(await found({ contains: 'lamp', limit: 1 })).toEqual([3]);
			expect(await found({ contains: 'lamp', limit: 1, after: 'R-2026-000003' })).toEqual([1]);
		});

		it('forgets the words of a registration that was undone', async () => {
			const undone = register.together(async (all) => {
				await all.register(signalFor('<weg@x>', { text: 'sneeuwballen' }), claim);
				throw new Error('weg');
			});
			await expect(undone).rejects.toThrow('weg');
			expect(await containing('sneeuwballen')).toEqual([]);
		});
	});

	it('takes a text of any length, and of any signs', async () => {
		const words = Array.from({ length: 20_000 }, (_, index) => `woord${index}`).join(' ');
		await registered({ text: `${'x'.repeat(5_000)} ${words} ${'😀'.repeat(3_000)} \0 \uD800` });
		expect(await containing('woord1')).toEqual([1]);
		expect(await containing('x'.repeat(5_000))).toEqual([1]);
	});

	it('pages through all of it, each once, also among equal moments', async () => {
		for (let index = 0; index < 7; index++) await registered();
		const seen: number[] = [];
		for (let after: string | undefined; ;) {
			const page = await register.search({ limit: 3, after });
			seen.push(...page.map(({ reference }) => Number(reference!.slice(-6))));
			if (page.length < 3) break;
			after = page.at(-1)!.reference!;
		}
		expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
		const each: string[] = [];
		for await (const { reference } of register.each({})) each.push(reference!);
		expect(each).toHaveLength(7);
		await expect(register.search({ after: 'R-2026-999999' })).rejects.toThrow(
			'There is no signal R-2026-999999',
		);
	});

	it('answers as reading all of it would, whatever is asked together and in whatever order', async () => {
		const dice = new Dice(7);
		const customers = ['een@minvenj.example', 'twee@minvenj.example'];
		const words = ['lamp', 'lift', 'printer'];
		const kept: Signal[] = [];
		for (let number = 1; number <= 40; number++) {
			later(1);
			const signal = signalFor(`<${number}@veel>`, {
				classification: classificationFor({
					category: dice.oneOf(CATEGORIES),
					supplier: dice.oneOf(SUPPLIERS),
					urgency: dice.oneOf(URGENCIES),
				}),
				customer: { name: null, email: dice.oneOf(customers), organisation: null },
				subject: dice.oneOf(words),
				text: dice.oneOf(words),
			});
			const { reference } = (await register.register(signal, claim)).signal;
			kept.unshift({ ...signal, reference });
		}
		const start = new Date('2026-11-02T10:00:00Z').getTime();
		const moment = fc.integer({ min: 0, max: 45 }).map((minutes) => new Date(start + minutes * 60_000));
		const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 3 });
		const criteria = fc.record(
			{
				category: some(CATEGORIES),
				supplier: some(SUPPLIERS),
				urgency: some(URGENCIES),
				customerEmail: fc.constantFrom(...customers),
				contains: fc.constantFrom(...words, 'lamp lift'),
				registeredFrom: moment.map((at) => at.toISOString()),
				registeredUntil: moment.map((at) => at.toISOString()),
				after: fc.constantFrom(...kept.map(({ reference }) => reference!)),
				limit: fc.integer({ min: 1, max: 50 }),
			},
			{ requiredKeys: [] },
		);
		const minuteOf = ({ reference }: Signal) => start + Number(reference!.slice(-6)) * 60_000;
		const answers = (asked: SignalCriteria) => (signal: Signal) => {
			const { category, supplier, urgency } = signal.classification!;
			const isOne = <T>(values: readonly T[] | undefined, value: T) =>
				!values?.length || values.includes(value);
			return (
				isOne(asked.category, category) &&
				isOne(asked.supplier, supplier!) &&
				isOne(asked.urgency, urgency) &&
				(!asked.customerEmail || asked.customerEmail === signal.customer.email) &&
				(asked.contains ?? '')
					.split(' ')
					.every((word) => `${signal.subject} ${signal.text}`.includes(word)) &&
				(!asked.registeredFrom || minuteOf(signal) >= Date.parse(asked.registeredFrom)) &&
				(!asked.registeredUntil || minuteOf(signal) < Date.parse(asked.registeredUntil)) &&
				(!asked.after || signal.reference! < asked.after)
			);
		};
		await fc.assert(
			fc.asyncProperty(criteria, async (asked) => {
				const expected = kept.filter(answers(asked)).slice(0, asked.limit ?? 50);
				const references = (signals: Signal[]) => signals.map(({ reference }) => reference);
				expect(references(await register.search(asked))).toEqual(references(expected));
			}),
			{ numRuns: 300 },
		);
	});
});
