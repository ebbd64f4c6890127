import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { onEveryDatabase } from '../../support/register-databases';
import { classificationFor, signalFor } from '../../support/signals';

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
					classification: byPerson,
				},
			]);
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
