import { LoadOptionsContext } from 'n8n-core';
import type { INodeParameters } from 'n8n-workflow';
import { Planon } from '../../nodes/Planon/Planon.node';
import { simulatorPerTest } from '../simulators/planon/for-tests';
import { startPlanonSimulator } from '../simulators/planon';
import { workflowOf } from '../support/engine/workflow';
import { runNode } from '../support/engine';
import { clientCredentials, credentialFor, planonRunner } from './support/planon';

const simulator = simulatorPerTest();
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
	});
});

describe('the lists of the Planon node', () => {
	const planon = new Planon();
	const { searchFields, searchMethods, searchStates } = planon.methods.listSearch;
	const contextFor = (parameters: INodeParameters, credential: object = {}) => {
		const credentials = credentialFor(simulator(), credential);
		const { workflow, node, additionalData } = workflowOf(
			{ node: planon, credentials, parameters },
			'manual',
		);
		return new LoadOptionsContext(
			workflow,
			node,
			{ ...additionalData, currentNodeParameters: parameters },
			'',
		);
	};
	const onRecord = { resource: 'record', definition: 'UsrOrder' };

	it('come from the OpenAPI document', async () => {
		const states = await searchStates.call(contextFor(onRecord));
		expect(states.results.map(({ value }) => value)).toEqual([
			'UsrOrderAccepted',
			'UsrOrderDone',
			'UsrOrderReported',
		]);
		const methods = await searchMethods.call(contextFor(onRecord), 'archive');
		expect(methods.results.map(({ value }) => value)).toEqual(['BomArchive', 'BomDeArchive']);
		const fields = await searchFields.call(contextFor({ resource: 'complaint' }), 'comment');
		expect(fields.results).toEqual([{ name: 'Comment', value: 'Comment' }]);
	});

	it('say how to go on without the document', async () => {
		const hint = async (parameters: INodeParameters, credential: object = {}) =>
			(await searchFields.call(contextFor(parameters, credential))).results;
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
