import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
	NodeConnectionTypes,
	NodeOperationError,
	type ICredentialType,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { pollNode, runNode } from '../support/engine';

const description: INodeTypeDescription = {
	displayName: 'Probe',
	name: 'probe',
	group: ['transform'],
	version: 1,
	description: 'Asks a server who it is',
	defaults: { name: 'Probe' },
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	credentials: [{ name: 'probeApi', required: true }],
	properties: [{ displayName: 'Text', name: 'text', type: 'string', default: 'the default' }],
};

const probe: INodeType = {
	description,
	async execute(this: IExecuteFunctions) {
		const { url } = await this.getCredentials<{ url: string }>('probeApi');
		const output = [];
		for (const itemIndex of this.getInputData().keys()) {
			const text = this.getNodeParameter('text', itemIndex) as string;
			if (text.startsWith('wrong')) {
				const error = new NodeOperationError(this.getNode(), 'That is wrong', { itemIndex });
				if (text === 'wrong' || !this.continueOnFail()) throw error;
				// Without "error" beside json: the engine would then wipe what came in.
				output.push({ json: { error: error.message }, pairedItem: { item: itemIndex } });
				continue;
			}
			const seen = (await this.helpers.httpRequestWithAuthentication.call(this, 'probeApi', {
				url,
			})) as IDataObject;
			output.push({ json: { text, ...seen }, pairedItem: { item: itemIndex } });
		}
		return [output];
	},
};

const credential: ICredentialType = {
	name: 'probeApi',
	displayName: 'Probe API',
	properties: [{ displayName: 'User', name: 'user', type: 'string', default: 'nobody' }],
	authenticate: {
		type: 'generic',
		properties: { auth: { username: '={{$credentials.user}}', password: '={{$credentials.password}}' } },
	},
};

describe('the engine the tests run nodes on', () => {
	let server: Server;
	let credentials: Parameters<typeof runNode>[0]['credentials'];

	beforeAll(async () => {
		server = createServer((request, response) => {
			const seen = Buffer.from(request.headers.authorization?.slice(6) ?? '', 'base64').toString();
			response.setHeader('content-type', 'application/json').end(JSON.stringify({ seen }));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
		credentials = {
			probeApi: { definition: credential, data: { url, user: 'jan', password: 'geheim' } },
		};
	});
	afterAll(() => server.close());

	it('evaluates parameters per item, signs requests with the credential and keeps item links', async () => {
		const { outputs, error } = await runNode({
			node: probe,
			credentials,
			parameters: { text: '={{ $json.word + "!" }}' },
			items: [{ json: { word: 'a' } }, { json: { word: 'b' } }],
		});
		expect(error).toBeUndefined();
		expect(outputs).toEqual([
			[
				{ json: { text: 'a!', seen: 'jan:geheim' }, pairedItem: { item: 0 } },
				{ json: { text: 'b!', seen: 'jan:geheim' }, pairedItem: { item: 1 } },
			],
		]);
	});

	it('fills in defaults of the node and of the credential', async () => {
		const { probeApi } = credentials!;
		const { outputs } = await runNode({
			node: probe,
			credentials: {
				probeApi: { ...probeApi!, data: { url: probeApi!.data.url!, password: 'geheim' } },
			},
			parameters: {},
		});
		expect(outputs[0]?.[0]?.json).toEqual({ text: 'the default', seen: 'nobody:geheim' });
	});

	it('gives the error of a failed run', async () => {
		const { outputs, error } = await runNode({
			node: probe,
			credentials,
			parameters: { text: 'wrong item' },
		});
		expect(error?.message).toBe('That is wrong');
		expect(outputs).toEqual([]);
	});

	it('puts a failed item on the error output with what came in', async () => {
		const { outputs } = await runNode({
			node: probe,
			credentials,
			parameters: { text: '={{ $json.word }}' },
			items: [{ json: { word: 'wrong item' } }, { json: { word: 'b' } }],
			onError: 'continueErrorOutput',
		});
		expect(outputs.map((output) => output.map(({ json }) => json))).toEqual([
			[{ text: 'b', seen: 'jan:geheim' }],
			[{ word: 'wrong item', error: 'That is wrong' }],
		]);
	});

	it('lets the input pass on the first output when a node throws outright, as n8n does', async () => {
		const { outputs, error } = await runNode({
			node: probe,
			credentials,
			parameters: { text: 'wrong' },
			items: [{ json: { word: 'a' } }],
			onError: 'continueErrorOutput',
		});
		expect(outputs.map((output) => output.map(({ json }) => json))).toEqual([[{ word: 'a' }]]);
		expect(error?.message).toBe('That is wrong');
	});

	it('polls a trigger with its static data, which a manual run does not touch', async () => {
		const trigger: INodeType = {
			description: { ...description, polling: true, inputs: [], group: ['trigger'] },
			async poll(this: IPollFunctions) {
				const memory = this.getWorkflowStaticData('node') as { count?: number };
				memory.count = (memory.count ?? 0) + 1;
				if (memory.count > 1) return null;
				return [[{ json: { mode: this.getMode(), text: this.getNodeParameter('text') } }]];
			},
		};
		const staticData: IDataObject = {};
		const options = { node: trigger, parameters: { text: '={{ "x" + 1 }}' }, staticData };
		expect(await pollNode(options)).toEqual([[{ json: { mode: 'trigger', text: 'x1' } }]]);
		expect(await pollNode(options)).toBeNull();
		expect(staticData).toEqual({ count: 2 });
		await pollNode({ ...options, mode: 'manual' });
		expect(staticData).toEqual({ count: 2 });
	});
});
