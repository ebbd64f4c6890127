import { setTimeout as sleep } from 'node:timers/promises';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { listSearch } from '../../nodes/Topdesk/list-search';
import { loadOptions } from '../../nodes/Topdesk/load-options';
import { clientOf, simulatorPerTest, STILL } from '../simulators/topdesk/for-tests';
import { startTopdeskSimulator } from '../simulators/topdesk';
import { inEditor, runNode, testCredential } from '../support/engine';
import { runTopdesk, topdeskNode, type RunOptions } from '../support/topdesk-node';

const simulator = simulatorPerTest();
const run = (resource: string, operation: string, parameters: INodeParameters = {}, options?: RunOptions) =>
	runTopdesk(simulator(), { resource, operation, ...parameters }, options);
const incidents = (count: number) =>
	Promise.all(
		Array.from({ length: count }, (_, n) =>
			clientOf(simulator()).client.createIncident({ briefDescription: `Melding ${n}` }),
		),
	);
const byNumber = { __rl: true, mode: 'number', value: 'I 2611 001' };

describe('files', () => {
	it('go from an item to an incident and back, byte for byte', async () => {
		await incidents(1);
		const content = Buffer.from([137, 80, 78, 71, 0, 255, 13, 10]);
		const data = { data: content.toString('base64'), mimeType: 'image/png', fileName: 'schade é.png' };
		const uploaded = await run(
			...([
				'incident',
				'uploadAttachment',
				{ incident: byNumber, options: { description: 'Deuk' } },
			] as const),
			{ items: [{ json: {}, binary: { data } }] },
		);
		expect(uploaded.error).toBeUndefined();
		expect(uploaded.outputs[0]![0]!.json).toMatchObject({
			fileName: 'schade é.png',
			size: 8,
			description: 'Deuk',
		});

		const attachmentId = uploaded.outputs[0]![0]!.json.id as string;
		const { outputs, error } = await run('incident', 'downloadAttachment', {
			...{ incident: byNumber, attachmentId, binaryProperty: 'foto' },
		});
		expect(error).toBeUndefined();
		const [item] = outputs[0]!;
		expect(item).toMatchObject({
			json: { fileName: 'schade é.png', incident: 'I 2611 001' },
			pairedItem: { item: 0 },
		});
		const { foto } = item!.binary!;
		expect(foto).toMatchObject({ fileName: 'schade é.png', mimeType: 'image/png' });
		expect(Buffer.from(foto!.data, 'base64')).toEqual(content);
	});

	it('that are not there are an error in TOPdesk’s own words', async () => {
		const [incident] = await incidents(1);
		const { error } = await run('incident', 'downloadAttachment', {
			...{ incident: byNumber, attachmentId: incident!.id },
		});
		expect(error).toMatchObject({ message: expect.stringContaining('It does not exist'), httpCode: '404' });
	});

	it('that the item does not have are an error that says which', async () => {
		await incidents(1);
		const { error } = await run('incident', 'uploadAttachment', {
			incident: byNumber,
			binaryProperty: 'foto',
		});
		expect(`${error!.message} ${error!.description}`).toContain('foto');
	});
});

describe('lists', () => {
	it('come over their pages, each record an item of its own', async () => {
		await incidents(7);
		const { outputs } = await run('incident', 'getAll', {
			returnAll: true,
			options: { pageSize: 2, parallel: 3, sort: 'number:asc', fields: 'number' },
		});
		expect(outputs[0]!.map(({ json }) => json.number)).toEqual(
			[1, 2, 3, 4, 5, 6, 7].map((n) => `I 2611 00${n}`),
		);
		expect(outputs[0]!.every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(true);
	});

	it('of other kinds come as TOPdesk has them', async () => {
		const names = async (resource: string, field: string) =>
			(await run(resource, 'getAll')).outputs[0]!.map(({ json }) => json[field]);
		expect(await names('supplier', 'name')).toEqual(['Xerox', 'SSC-ICT']);
		expect(await names('operatorGroup', 'groupName')).toEqual(['Servicedesk', 'Werkplekbeheer']);
		expect(await names('asset', 'name')).toHaveLength(3);
		expect(await names('knowledgeItem', 'title')).toEqual([]);
	});

	it('end at once when the run is cancelled, also while it waits to ask again', async () => {
		simulator().misbehave({ match: { path: '/incidents' }, times: 9, how: '429', retryAfter: 1 });
		const asked = (async () => {
			while (simulator().requests().length === 0) await sleep(5);
			await sleep(50);
		})();
		await run('incident', 'getAll', {}, { cancelOn: asked }).catch(() => undefined);
		await sleep(1200);
		expect(simulator().requests()).toHaveLength(1);
	});
});

describe('choices in the editor', () => {
	const node = (parameters: INodeParameters = {}) => topdeskNode(simulator(), parameters);
	const idOf = async (group: string) => {
		const { results } = await inEditor(node(), listSearch.searchOperatorGroups);
		return results.find(({ name }) => name === group)!.value as string;
	};

	it('search by what is typed', async () => {
		await incidents(3);
		const names = async (search: keyof typeof listSearch, filter?: string) =>
			(
				await inEditor(node(), async function () {
					return await listSearch[search].call(this, filter);
				})
			).results.map(({ name }) => name);
		expect(await names('searchSuppliers', 'xe')).toEqual(['Xerox']);
		expect(await names('searchBranches')).toEqual(['Turfmarkt', 'Koningskade']);
		expect(await names('searchPersons', 'Vries')).toEqual(['Vries, J. de']);
		expect(await names('searchIncidents', 'Melding 2')).toEqual(['I 2611 003 Melding 2']);
		expect(await names('searchAssets', 'print')).toEqual(['PRINTER-0007']);
		expect(await names('searchServices', 'werk')).toEqual(['Werkplek']);
		expect(await names('searchIncidents', `O'Brien;closed==true`)).toEqual([]);
	});

	it('depend on each other: operators of the group, subcategories of the category', async () => {
		const operators = async (parameters: INodeParameters) =>
			(await inEditor(node(parameters), listSearch.searchOperators)).results.map(({ name }) => name);
		const group = { __rl: true, mode: 'list', value: await idOf('Servicedesk') };
		expect(await operators({})).toEqual(['Regie, API', 'Monteur, M.']);
		expect(await operators({ additionalFields: { operatorGroup: group } })).toEqual(['Regie, API']);

		const subcategories = async (parameters: INodeParameters) =>
			(await inEditor(node(parameters), loadOptions.getSubcategories)).map(({ name }) => name);
		expect(await subcategories({ category: 'Netwerk' })).toEqual(['VPN', 'Wifi']);
		expect(await subcategories({ updateFields: { category: 'Werkplek' } })).toContain('Laptop');
		expect(await subcategories({ category: '={{ $json.category }}' })).toHaveLength(9);
	});

	it('can all be filled', async () => {
		for (const [name, method] of Object.entries(loadOptions)) {
			expect({ name, choices: await inEditor(node(), method) }).toEqual({
				name,
				choices: expect.arrayContaining([{ name: expect.any(String), value: expect.any(String) }]),
			});
		}
		for (const [name, method] of Object.entries(listSearch)) {
			expect({ name, ...(await inEditor(node(), method)) }).toEqual({ name, results: expect.any(Array) });
		}
	});

	it('say what is wrong when they cannot be filled', async () => {
		const wrong = topdeskNode(simulator(), {}, { applicationPassword: 'verkeerd' });
		await expect(inEditor(wrong, listSearch.searchBranches)).rejects.toThrow(
			'does not accept the operator login',
		);
		await expect(inEditor(wrong, loadOptions.getCategories)).rejects.toThrow(
			'does not accept the operator login',
		);
	});
});

describe('what goes wrong', () => {
	it('stays with its own item when the node goes on after errors', async () => {
		await incidents(1);
		const { outputs } = await run(
			'incident',
			'addNote',
			{ incident: '={{ $json.number }}', note: 'Gebeld' },
			{
				items: ['I 2611 009', 'I 2611 001', 'I 2611 008'].map((number) => ({ json: { number } })),
				onError: 'continueRegularOutput',
			},
		);
		expect(outputs[0]).toMatchObject([
			{ json: { error: expect.stringContaining('I 2611 009') }, pairedItem: { item: 0 } },
			{ json: { number: 'I 2611 001' }, pairedItem: { item: 1 } },
			{ json: { error: expect.stringContaining('I 2611 008') }, pairedItem: { item: 2 } },
		]);
	});

	it('says why, so that n8n knows what to do', async () => {
		simulator().misbehave({ match: { path: '/incidents' }, times: 9, how: '429', retryAfter: 3600 });
		const { error } = await run('incident', 'getAll');
		expect(error).toMatchObject({ failure: { cause: 'rate-limited', retryAfterMs: 3_600_000 } });
	});
});

describe('the legacy login', () => {
	const token = () => ({
		...{ authentication: 'token', applicationPassword: '', operatorPassword: simulator().password },
	});

	it('gets a token once, and another one when it has expired', async () => {
		const credential: ICredentialDataDecryptedObject = token();
		const node = topdeskNode(simulator(), { resource: 'incident', operation: 'getAll' }, credential);
		const logins = () =>
			simulator()
				.requests()
				.filter((line) => line.endsWith('/login/operator'));
		for (let n = 0; n < 2; n++) expect((await runNode(node)).error).toBeUndefined();
		expect(logins()).toHaveLength(1);
		simulator().expireTokens();
		expect((await runNode(node)).error).toBeUndefined();
		expect(logins()).toHaveLength(2);
	});

	it('is not tried twice with a password, which could lock the operator out', async () => {
		await run('incident', 'getAll', {}, { credential: { applicationPassword: 'fout' } });
		expect(simulator().requests()).toHaveLength(1);
	});

	it('says that the password is wrong', async () => {
		const { error } = await run(
			'incident',
			'getAll',
			{},
			{ credential: { ...token(), operatorPassword: 'fout' } },
		);
		expect(error).toMatchObject({
			message: 'TOPdesk does not accept the operator login and application password',
			httpCode: '401',
		});
	});
});

describe('the test of the credential', () => {
	const test = async (changes: ICredentialDataDecryptedObject = {}) => {
		const { url, user, password } = simulator();
		const data = { baseUrl: url, username: user, applicationPassword: password, ...changes };
		return await testCredential(topdeskNode(simulator(), {}), 'topdeskApi', data);
	};

	it('tells what it found', async () => {
		const ok = { status: 'OK', message: 'Connected to TOPdesk, API version 4.2.6' };
		expect(await test()).toEqual(ok);
		expect(await test({ authentication: 'token', operatorPassword: simulator().password })).toEqual(ok);
	});

	it('tells a wrong password, a missing permission and a wrong address apart', async () => {
		const messageOf = async (changes: ICredentialDataDecryptedObject) => {
			const { status, message } = await test(changes);
			expect(status).toBe('Error');
			return message;
		};
		expect(await messageOf({ applicationPassword: 'fout' })).toMatch(
			/^TOPdesk does not accept the operator login/,
		);
		expect(await messageOf({ authentication: 'token', operatorPassword: 'fout' })).toMatch(
			/^TOPdesk does not accept/,
		);
		expect(await messageOf({ baseUrl: `${simulator().url}/elders` })).toMatch(
			/^There is no TOPdesk at this address/,
		);
		expect(await messageOf({ baseUrl: 'https://topdesk.invalid' })).toContain('the host name is unknown');
		expect(await messageOf({ baseUrl: 'topdesk' })).toContain('Fill it in as https://company.topdesk.net');
		expect(await messageOf({ username: '' })).toContain('Fill in the Operator Login');

		const closed = await startTopdeskSimulator({ now: STILL, apiAccess: false });
		expect(await messageOf({ baseUrl: closed.url })).toMatch(
			/^TOPdesk does not allow this operator .* REST API access/s,
		);
		await closed.stop();
	});
});
