import type { INodeParameters } from 'n8n-workflow';
import { Planon } from '../../nodes/Planon/Planon.node';
import { simulatorPerTest } from '../simulators/planon/for-tests';
import { startPlanonSimulator } from '../simulators/planon';
import { DEFAULT_DEFINITIONS } from '../simulators/planon/store';
import { inEditor, runNode, testCredential } from '../support/engine';
import { clientCredentials, credentialFor, planonRunner } from './support/planon';

const simulator = simulatorPerTest({
	definitions: {
		...DEFAULT_DEFINITIONS,
		UsrSecret: { ...DEFAULT_DEFINITIONS.UsrRequest!, forbidden: true },
	},
});
const run = planonRunner(simulator);
const read = { operation: 'read', definition: 'UsrRequest' };

describe('the Planon node with OIDC client credentials', () => {
	const byClient = () => {
		const credentials = credentialFor(simulator(), clientCredentials(simulator()));
		return async (parameters: INodeParameters = read) =>
			await runNode({ node: new Planon(), credentials, parameters });
	};

	it('fetches one token, and uses it again', async () => {
		const runAgain = byClient();
		for (let time = 0; time < 3; time++) expect((await runAgain()).error).toBeUndefined();
		expect(simulator().tokens()).toBe(1);
	});

	it('fetches another one when Planon ends it early, and repeats what it asked', async () => {
		const runAgain = byClient();
		await runAgain();
		simulator().expireTokens();
		const added = await runAgain({ operation: 'create', definition: 'UsrRequest' });
		expect(added.error).toBeUndefined();
		expect(added.outputs[0]).toMatchObject([{ json: { created: true } }]);
		expect(simulator().tokens()).toBe(2);
		expect(simulator().records('UsrRequest')).toHaveLength(1);
	});

	it('says that the client is not accepted', async () => {
		const credential = { ...clientCredentials(simulator()), clientSecret: 'fout' };
		const { error } = await run(read, { credential });
		expect(error).toMatchObject({
			message: 'Planon gives no token to this client: Invalid client or Invalid client credentials',
			description: expect.stringContaining('Client Secret') as string,
		});
	});
});

describe('the Planon node with an access key', () => {
	const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10);

	it('tells an operation that checks the connection how long the key works', async () => {
		const check = { resource: 'connection', operation: 'check' };
		const soon = await run(check, { credential: { accessKeyExpiresOn: inDays(10) } });
		expect(soon.outputs[0]).toMatchObject([
			{ json: { keyExpiresOn: inDays(10), warning: expect.stringContaining('expires on') as string } },
		]);
		const later = await run(check, { credential: { accessKeyExpiresOn: inDays(100) } });
		expect(later.outputs[0]).toMatchObject([{ json: { warning: null } }]);
		const never = await run(check);
		expect(never.outputs[0]).toMatchObject([
			{ json: { keyExpiresOn: null, keyDaysLeft: null, warning: null } },
		]);
	});

	it('says that the key has expired', async () => {
		const { error } = await run(read, { credential: { accessKey: 'oud', accessKeyExpiresOn: '2020-01-01' } });
		expect(error!.message).toBe('The access key of Planon has expired');
		simulator().expireKey();
		expect((await run(read)).error!.message).toBe('The access key of Planon has expired');
		expect(simulator().requests()).toHaveLength(2);
	});
});

describe('the lists of the Planon node', () => {
	const planon = new Planon();
	const { searchFields, searchMethods, searchStates } = planon.methods.listSearch;
	const optionsFor = (parameters: INodeParameters, credential: object = {}) => ({
		node: planon,
		credentials: credentialFor(simulator(), credential),
		parameters,
	});
	const onRecord = { resource: 'record', definition: 'UsrOrder' };

	it('come from the OpenAPI document', async () => {
		const states = await inEditor(optionsFor(onRecord), searchStates);
		expect(states.results.map(({ value }) => value)).toEqual([
			'UsrOrderAccepted',
			'UsrOrderDone',
			'UsrOrderReported',
		]);
		const methods = await inEditor(optionsFor(onRecord), async function () {
			return await searchMethods.call(this, 'archive');
		});
		expect(methods.results.map(({ value }) => value)).toEqual(['BomArchive', 'BomDeArchive']);
		const fields = await inEditor(optionsFor({ resource: 'complaint' }), async function () {
			return await searchFields.call(this, 'comment');
		});
		expect(fields.results).toEqual([{ name: 'Comment', value: 'Comment' }]);
	});

	it('say how to go on without the document', async () => {
		const hint = async (parameters: INodeParameters, credential: object = {}) =>
			(await inEditor(optionsFor(parameters, credential), searchFields)).results;
		const [elsewhere] = await hint(onRecord, { openApiPath: 'swagger' });
		expect(elsewhere).toMatchObject({
			value: '',
			name: expect.stringContaining('Choose By Name and type it') as string,
		});
		expect(await hint({ resource: 'record', definition: '' })).toMatchObject([
			{ name: expect.stringContaining('Fill in the definition first') as string },
		]);
		const without = await startPlanonSimulator({ openApi: false });
		const [missing] = await hint(onRecord, { baseUrl: without.url });
		await without.stop();
		expect(missing).toMatchObject({ name: expect.stringContaining('No list') as string });
	});
});

describe('the test of the credential', () => {
	const test = (changes: object = {}) => {
		const { url, accessKey } = simulator();
		const data = {
			baseUrl: url,
			basePath: '/sdk/system/rest/v2',
			accessKey,
			testDefinition: 'UsrRequest',
			...changes,
		};
		const options = { node: new Planon(), credentials: {}, parameters: {} };
		return testCredential(options, 'planonApi', data);
	};
	const byClient = () => {
		const { id, secret, tokenUrl } = simulator().client;
		return { authentication: 'clientCredentials', clientId: id, clientSecret: secret, tokenUrl };
	};

	it('says that all is well, and until when the key works', async () => {
		expect(await test()).toEqual({ status: 'OK', message: 'Planon answers' });
		expect(await test({ accessKeyExpiresOn: '2099-01-01' })).toEqual({
			status: 'OK',
			message: 'Planon answers. The access key works until 2099-01-01',
		});
		expect(await test(byClient())).toMatchObject({ status: 'OK' });
	});

	it('warns of a key that will expire', async () => {
		const soon = new Date(Date.now() + 5 * 24 * 3600 * 1000).toISOString().slice(0, 10);
		const { status, message } = await test({ accessKeyExpiresOn: soon });
		expect(status).toBe('OK');
		expect(message).toContain(`expires on ${soon}`);
	});

	it.each([
		['a wrong key', { accessKey: 'oud' }, 'does not accept the access key'],
		['a key whose date is over', { accessKey: 'oud', accessKeyExpiresOn: '2020-01-01' }, 'has expired'],
		['a wrong base path', { basePath: '/sdk/system/rest/v9' }, 'Check the Base Path in the credential'],
		['a missing definition', { testDefinition: 'UsrKlacht' }, "does not know the definition 'UsrKlacht'"],
		['no rights', { testDefinition: 'UsrSecret' }, 'does not allow this user'],
		['no definition to test with', { testDefinition: '' }, 'Fill in the Definition to Test With'],
		['no address', { baseUrl: 'planon' }, 'is not the address of Planon'],
		[
			'a date that is none',
			{ accessKeyExpiresOn: 'maart' },
			'Write the date on which the access key expires',
		],
	])('tells apart %s', async (_what, changes, message) => {
		expect(await test(changes)).toEqual({
			status: 'Error',
			message: expect.stringContaining(message) as string,
		});
	});

	it('tells apart an expired key that Planon names, a wrong client, and a server that is not there', async () => {
		simulator().expireKey();
		expect((await test()).message).toContain('The access key of Planon has expired');
		expect((await test({ ...byClient(), clientSecret: 'x' })).message).toContain(
			'gives no token to this client',
		);
		await simulator().stop();
		expect((await test()).message).toContain('Cannot reach 127.0.0.1');
	});

	it('tells apart a missing licence', async () => {
		const unlicensed = await startPlanonSimulator({ withoutLicence: true });
		const { message } = await test({ baseUrl: unlicensed.url });
		await unlicensed.stop();
		expect(message).toContain('Planon has no licence to read UsrRequest');
	});

	it('goes to the base path of the tenant', async () => {
		const tenant = await startPlanonSimulator({ basePath: '/sdk/system/v1' });
		const outcome = await test({ baseUrl: tenant.url, basePath: 'sdk/system/v1/' });
		await tenant.stop();
		expect(outcome.status).toBe('OK');
	});
});
