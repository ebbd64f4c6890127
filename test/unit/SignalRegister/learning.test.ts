import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { onEveryDatabase } from '../../support/register-databases';
import { classificationFor, signalFor } from '../../support/signals';

let clock = new Date('2026-11-02T10:00:00Z');
const LABELS = {
	category: 'onvrede',
	also: ['storing'],
	supplier: 'FMH',
	urgency: 'hoog',
	sentiment: 'negatief',
} as const;
const correction = { labels: { ...LABELS, also: [...LABELS.also] }, actor: 'Els', reason: 'derde melding' };

onEveryDatabase(({ fresh }) => {
	let settings: RegisterSettings;
	let register: Register;

	beforeEach(async () => {
		clock = new Date('2026-11-02T10:00:00Z');
		settings = await fresh();
		register = await Register.open(settings, () => clock);
	});
	afterEach(async () => await register.close());

	const registered = async (messageId: string, changes = {}) =>
		(await register.register(signalFor(messageId, changes), { by: 'run 1', minutes: 10 })).signal.reference!;

	describe('what a person says of a signal', () => {
		it('becomes its classification, by name, with the model that judged it before', async () => {
			const reference = await registered('<1@x>', { classification: classificationFor({ review: true }) });
			const signal = await register.corrections.learn(reference, correction);
			expect(signal.classification).toEqual({
				...correction.labels,
				confidence: { category: 1, supplier: 1, urgency: 1, sentiment: 1 },
				review: false,
				reviewReasons: [],
				decidedBy: 'person:Els',
				evidence: [],
				modelVersion: 'test',
			});
			expect(signal.actions.at(-1)).toEqual({
				at: clock.toISOString(),
				kind: 'beoordeling',
				actor: 'Els',
				text: 'Het is soort onvrede, leverancier FMH (was: soort storing, leverancier SSC-ICT). derde melding',
			});
			expect(await register.get(reference)).toEqual(signal);
			expect(await register.search({ category: ['onvrede'] })).toEqual([signal]);
		});

		it('is kept to learn from: the last word of a person, also when he agrees with the model', async () => {
			const first = await registered('<1@x>', { subject: 'Een', text: 'Tekst een' });
			const second = await registered('<2@x>', { classification: null });
			await register.corrections.learn(first, correction);
			await register.corrections.learn(first, {
				...correction,
				labels: { ...correction.labels, supplier: 'RGD' },
			});
			await register.corrections.learn(second, correction);
			const learned = await register.corrections.all();
			expect(learned.map(({ subject, labels }) => [subject, labels.supplier])).toEqual([
				['Een', 'RGD'],
				['Laptop start niet op', 'FMH'],
			]);
			expect(learned[0]).toMatchObject({
				text: 'Tekst een',
				labels: { category: 'onvrede', also: ['storing'] },
			});
		});

		it('said twice is written down once', async () => {
			const reference = await registered('<1@x>');
			const once = await register.corrections.learn(reference, correction);
			expect(await register.corrections.learn(reference, correction)).toEqual(once);
		});

		it('must name a signal and a person', async () => {
			await expect(register.corrections.learn('R-2026-000009', correction)).rejects.toThrow(
				'There is no signal',
			);
			const reference = await registered('<1@x>');
			await expect(register.corrections.learn(reference, { ...correction, actor: ' ' })).rejects.toThrow();
		});
	});

	describe('the versions of the model', () => {
		const model = (version: string, use: boolean) => ({
			version,
			file: `file of ${version}`,
			report: { mails: 3 },
			actor: 'Els',
			use,
		});

		it('are those of the package until one is put in use', async () => {
			expect(await register.classifierModels.versionInUse()).toBeNull();
			await register.classifierModels.add(model('2-0000000a', false));
			expect(await register.classifierModels.versionInUse()).toBeNull();
			const { inUse, inUseSince } = await register.classifierModels.add(model('2-0000000b', true));
			expect({ inUse, inUseSince }).toEqual({ inUse: true, inUseSince: clock.toISOString() });
			expect(await register.classifierModels.versionInUse()).toBe('2-0000000b');
			expect(await register.classifierModels.file('2-0000000b')).toBe('file of 2-0000000b');
		});

		it('stay, so that one can go back to each, and to that of the package', async () => {
			const { classifierModels } = register;
			await classifierModels.add(model('2-0000000a', true));
			clock = new Date('2026-11-03T10:00:00Z');
			await classifierModels.add(model('2-0000000b', true));
			const inUse = async () => (await classifierModels.list()).map((one) => [one.version, one.inUse]);
			expect(await inUse()).toEqual([
				['2-0000000b', true],
				['2-0000000a', false],
			]);
			await classifierModels.use('2-0000000a');
			expect(await inUse()).toEqual([
				['2-0000000b', false],
				['2-0000000a', true],
			]);
			await classifierModels.use(null);
			expect(await classifierModels.versionInUse()).toBeNull();
			await expect(classifierModels.use('2-99999999')).rejects.toThrow('There is no model 2-99999999');
			expect(await classifierModels.file('2-99999999')).toBeUndefined();
		});

		it('are not replaced by another file under the same name', async () => {
			await register.classifierModels.add(model('2-0000000a', false));
			await register.classifierModels.add({ ...model('2-0000000a', true), file: 'other' });
			expect(await register.classifierModels.file('2-0000000a')).toBe('file of 2-0000000a');
			expect(await register.classifierModels.versionInUse()).toBe('2-0000000a');
		});
	});
});
