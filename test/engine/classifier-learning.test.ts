import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { packageModel } from '../../nodes/SignalClassifier/classify';
import { SignalClassifier } from '../../nodes/SignalClassifier/SignalClassifier.node';
import type { Signal } from '../../nodes/shared/domain/signal';
import { Register } from '../../nodes/shared/storage/register';
import { runNode } from '../support/engine';
import { signalFor } from '../support/signals';
import { temporaryFolder } from '../support/temp-folder';

const databaseFile = join(temporaryFolder(), 'register.sqlite');
const credentials = { signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } } };

const run = (parameters: IDataObject, items?: { json: IDataObject }[]) =>
	runNode({ node: new SignalClassifier(), parameters: parameters as never, credentials, items });

async function modelsOf(parameters: IDataObject) {
	const { outputs, error } = await run({ resource: 'model', ...parameters });
	expect(error).toBeUndefined();
	return outputs[0]!.map(({ json }) => json.model as IDataObject & { report: { objections: string[] } });
}

async function classified(modelSource: string) {
	const signal = signalFor('<a@x>', { classification: null });
	const { outputs, error } = await run({ outputs: 'one', modelSource }, [
		{ json: { signal: signal as never } },
	]);
	expect(error).toBeUndefined();
	return (outputs[0]![0]!.json.signal as unknown as Signal).classification!;
}

describe('the models of a register', () => {
	const own = packageModel().modelVersion;

	it('are none at first: signals are judged by that of the package', async () => {
		expect(await modelsOf({ operation: 'getAll' })).toEqual([]);
		expect((await classified('register')).modelVersion).toBe(own);
	});

	it('need people to have said something', async () => {
		const { error } = await run({ resource: 'model', operation: 'retrain' });
		expect(error).toMatchObject({
			message: 'No person has judged a signal in this register yet.',
			description: expect.stringContaining('Change Classification') as string,
		});
	});

	it('are built from the corpus and that, kept, used when they are not worse, and can be gone back from', async () => {
		const register = await Register.open({ databaseFile });
		const { signal } = await register.register(signalFor('<1@x>'), { by: 'test', minutes: 1 });
		await register.handling.changeClassification(
			signal.reference!,
			{ category: 'klacht' },
			'Els',
			'Alweer stuk',
		);
		await register.close();

		const [built] = await modelsOf({ operation: 'retrain', actor: 'Beheer' });
		expect(built).toMatchObject({ actor: 'Beheer', report: { correctedMails: 1, before: { version: own } } });
		expect(built!.version).not.toBe(own);
		expect(built!.inUse).toBe(built!.report.objections.length === 0);

		await modelsOf({ operation: 'useVersion', version: built!.version });
		expect((await classified('register')).modelVersion).toBe(built!.version);
		expect((await classified('package')).modelVersion).toBe(own);

		await modelsOf({ operation: 'useVersion', version: '' });
		expect((await classified('register')).modelVersion).toBe(own);
		expect(await modelsOf({ operation: 'getAll' })).toEqual([
			expect.objectContaining({ version: built!.version, inUse: false }),
		]);
	}, 300_000);

	it('are named when one is asked for that is not there', async () => {
		const { error } = await run({ resource: 'model', operation: 'useVersion', version: '9-00000000' });
		expect(error!.message).toBe('There is no model 9-00000000 in the register.');
	});
});
