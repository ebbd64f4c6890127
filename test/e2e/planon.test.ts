import { rmSync } from 'node:fs';
import axios from 'axios';
import { Administrator } from '../support/administrator';
import { startDesk, type Desk } from '../support/desk';
import { startHoodiecrow } from '../support/hoodiecrow';
import type { ImportedCredential } from '../support/credentials';
import { PLANON_PATH, PLANON_WORKFLOW, planonWorkflow, STEPS } from './support/planon-workflow';

jest.setTimeout(10 * 60_000);

/** The credential of the desk, with what an administrator changed in it. */
const changed = (credential: ImportedCredential, data: object): ImportedCredential => ({
	...credential,
	data: { ...credential.data, ...data },
});

describe('the Planon node in a real n8n', () => {
	let desk: Desk;
	let workflowsDir: string;
	let administrator: Administrator;

	beforeAll(async () => {
		workflowsDir = planonWorkflow();
		desk = await startDesk({ startMail: startHoodiecrow, workflowsDir, publish: [] });
		administrator = new Administrator(desk.n8n.api, PLANON_WORKFLOW);
		// n8n is ready before the webhooks of its workflows are.
		await administrator.publish();
	});
	afterAll(async () => {
		await desk?.stop();
		rmSync(workflowsDir, { recursive: true, force: true });
	});

	const credential = (data: object = {}) => changed(desk.credentials.planonApi, data);
	const byClient = () => {
		const { id, secret, tokenUrl } = desk.planon.client;
		return { authentication: 'clientCredentials', clientId: id, clientSecret: secret, tokenUrl };
	};

	async function runAll(reference: string): Promise<Record<string, unknown[]>> {
		const answer = await axios.post<Record<string, unknown[]>>(
			`${desk.n8n.url}/webhook/${PLANON_PATH}`,
			{ reference },
			{ proxy: false, validateStatus: () => true },
		);
		return answer.data;
	}

	/** What every step gives, for a reference that was not there yet. */
	const outcome = (reference: string) => ({
		check: [{ definition: 'UsrRequest', warning: null }],
		createOrGet: [{ created: true, reference, state: 'reported', ticket: { system: 'planon' } }],
		get: [{ reference }],
		setState: [{ changed: true, state: 'inProgress' }],
		addComment: [{ added: true, comment: expect.stringContaining('Monteur komt') as string }],
		getHistory: [{ reference, complete: false }],
		getFigures: [{ definition: 'UsrComplaint', open: expect.any(Number) as number }],
		create: [{ created: true, ticket: { system: 'planon' }, record: { Description: 'Deur klemt' } }],
		read: [{ Description: 'Deur klemt' }],
		lookUp: [{ FreeString1: reference }],
		update: [{ Comment: 'bijgewerkt' }],
		execute: [{ Comment: 'bijgewerkt' }],
		changeState: [{ RefBOStateUserDefined: 'UsrCompleted' }],
		batch: [{ Description: 'Deur klemt' }],
		upload: [{ fileName: 'melding.txt' }],
		download: [{ fileName: 'melding.txt' }],
		delete: [{ Description: 'Deur klemt' }],
	});

	it('does every operation with an access key', async () => {
		const given = await runAll('R-2026-000001');
		expect(Object.keys(given)).toEqual(Object.keys(STEPS));
		expect(given).toMatchObject(outcome('R-2026-000001'));
		expect(given.getMany).toHaveLength(1);
		expect([...desk.planon.files().values()]).toEqual([
			{ name: 'melding.txt', content: Buffer.from('Deur klemt') },
		]);
		expect(desk.planon.records('UsrRequest')).toEqual([]);
	});

	it('does every operation with client credentials, on one token, and renews it when it ends early', async () => {
		await administrator.saveCredential(credential(byClient()));
		expect(await runAll('R-2026-000002')).toMatchObject(outcome('R-2026-000002'));
		expect(await runAll('R-2026-000003')).toMatchObject(outcome('R-2026-000003'));
		expect(desk.planon.tokens()).toBe(1);
		desk.planon.expireTokens();
		expect(await runAll('R-2026-000004')).toMatchObject(outcome('R-2026-000004'));
		expect(desk.planon.tokens()).toBe(2);
	});

	it('tests its credential, and says what is wrong with it', async () => {
		const test = async (data: object) => await administrator.testCredential(credential(data));
		expect(await test({})).toMatchObject({ status: 'OK' });
		expect(await test(byClient())).toMatchObject({ status: 'OK' });
		const wrong = [
			[{ accessKey: 'oud' }, 'does not accept the access key'],
			[{ accessKey: 'oud', accessKeyExpiresOn: '2020-01-01' }, 'has expired'],
			[{ basePath: '/sdk/system/rest/v9' }, 'Check the Base Path'],
			[{ ...byClient(), clientSecret: 'fout' }, 'gives no token to this client'],
		] as const;
		for (const [data, message] of wrong) {
			expect(await test(data)).toEqual({
				status: 'Error',
				message: expect.stringContaining(message) as string,
			});
		}
	});
});
