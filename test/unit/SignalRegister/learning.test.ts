import { readHeard } from '../../../nodes/SignalRegister/heard/heard-signal';
import { FORGOTTEN } from '../../../nodes/shared/domain/forget';
import { onvredeAbout } from '../../../nodes/shared/domain/satisfaction';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { onEveryDatabase } from '../../support/register-databases';
import { classificationFor, signalFor } from '../../support/signals';

const FORM = {
	klantmanager: 'Karin Smit',
	klant: 'Jan de Vries',
	email: 'j.devries@ministerie.example',
	organisatie: '',
	leverancier: 'FMH',
	gedaan: '',
	vervolg: 'Ik pak het zelf op',
};

let clock = new Date('2026-11-02T10:00:00Z');
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

	describe('what people said of signals', () => {
		it('is there to learn from, with the words of the mail; what the model said is not', async () => {
			const byPerson = classificationFor({ category: 'onvrede', decidedBy: 'person:Els' });
			await registered('<1@x>', { subject: 'Een', text: 'Zegt "decidedBy":"person:Jan"' });
			await registered('<2@x>', { classification: null });
			await registered('<3@x>', { subject: 'Drie', text: 'Tekst drie', classification: byPerson });
			expect(await register.corrections.all()).toEqual([
				{
					signalId: expect.any(String) as string,
					subject: 'Drie',
					text: 'Tekst drie',
					author: 'j.devries@minvenj.example',
					thread: '<3@x>',
					classification: byPerson,
				},
			]);
		});

		it('is not what no person was sure of', async () => {
			const heard = (soort: string, at: number) =>
				readHeard({ ...FORM, soort, watIsEr: `Melding ${at}` }, clock).heard!.signal;
			const by = { by: 'run 1', minutes: 10 };
			await register.register(heard('klacht', 1), by);
			const { signal } = await register.register(heard('weet ik niet', 2), by);
			await register.register(onvredeAbout(signalFor('<4@x>'), 'Nee', clock.toISOString()), by);
			const asked = { category: 'klacht', review: true, decidedBy: 'person:Els' } as const;
			await registered('<5@x>', { classification: classificationFor(asked) });
			const texts = async () => (await register.corrections.all()).map(({ text }) => text);
			expect(await texts()).toEqual(['Melding 1']);

			// What else is changed of it, the kind stays unknown until somebody says it.
			await register.handling.changeClassification(signal.reference!, { supplier: 'RGD' }, 'Els', 'Hun lift');
			expect(await texts()).toEqual(['Melding 1']);
			await register.handling.changeClassification(signal.reference!, { category: 'wens' }, 'Els', 'Gebeld');
			expect(await texts()).toEqual(['Melding 1', 'Melding 2']);
		});

		it('is a conversation by its first mail, also of who is no longer known', async () => {
			const { source } = signalFor('<6@x>');
			await registered('<6@x>', {
				source: { ...source, thread: ['<first@x>', '<5@x>'] },
				customer: { name: null, email: null, organisation: null },
				classification: classificationFor({ decidedBy: 'person:Els' }),
			});
			expect(await register.corrections.all()).toMatchObject([{ author: undefined, thread: '<first@x>' }]);
		});

		it('is not what was forgotten', async () => {
			const judged = { classification: classificationFor({ decidedBy: 'person:Els' }) };
			await registered('<7@x>', { ...judged, subject: FORGOTTEN, text: FORGOTTEN });
			await registered('<8@x>', { ...judged, text: 'Er nog' });
			expect((await register.corrections.all()).map(({ text }) => text)).toEqual(['Er nog']);
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
