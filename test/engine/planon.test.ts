import type { INodeParameters } from 'n8n-workflow';
import { PlanonApi } from '../../credentials/PlanonApi.credentials';
import { Planon } from '../../nodes/Planon/Planon.node';
import { runNode } from '../support/engine';
import { simulatorPerTest } from '../simulators/planon/for-tests';
import { signalFor } from '../support/signals';

const simulator = simulatorPerTest();

function run(
	parameters: INodeParameters,
	{ credential = {}, ...options }: Partial<Parameters<typeof runNode>[0]> & { credential?: object } = {},
) {
	const { url, accessKey } = simulator();
	const data = { baseUrl: `${url}/`, accessKey, testDefinition: 'UsrRequest', ...credential };
	return runNode({
		node: new Planon(),
		credentials: { planonApi: { definition: new PlanonApi(), data } },
		parameters,
		...options,
	});
}

const create = {
	operation: 'create',
	definition: 'UsrRequest',
	fields: { field: [{ name: 'Description', type: 'text', value: '={{ $json.signal.subject }}' }] },
	referenceField: 'FreeString1',
	reference: '={{ $json.signal.reference }}',
	otherValues: '{"HighPriority": true}',
};
const signal = signalFor('<a@x>', { reference: 'R-2026-000123' });
const items = [{ json: { signal: signal as never } }];

describe('the Planon node', () => {
	it('creates a record from a signal and gives its ticket, once', async () => {
		const { outputs, error } = await run(create, { items });
		expect(error).toBeUndefined();
		expect(outputs).toMatchObject([
			[
				{
					json: {
						signal: { reference: 'R-2026-000123' },
						created: true,
						ticket: { system: 'planon', number: '1000001', id: '1' },
					},
					pairedItem: { item: 0 },
				},
			],
		]);
		expect(simulator().records('UsrRequest')).toMatchObject([
			{ Description: 'Laptop start niet op', FreeString1: 'R-2026-000123', HighPriority: true },
		]);
		const again = await run(create, { items });
		expect(again.outputs[0]![0]!.json).toMatchObject({ created: false, ticket: { number: '1000001' } });
		expect(simulator().records('UsrRequest')).toHaveLength(1);
	});

	it('reads, executes and changes state by a filter', async () => {
		await run(create, { items });
		const filter = { condition: [{ field: 'Syscode', operator: 'eq', type: 'number', value: '1' }] };
		const on = { definition: 'UsrRequest', filter };
		const saved = await run({
			operation: 'execute',
			...on,
			method: 'BomSave',
			fields: { field: [{ name: 'PropertyRef', type: 'number', value: '8' }] },
		});
		expect(saved.error).toBeUndefined();
		const changed = await run({ operation: 'changeState', ...on, state: 'UsrInProgress' });
		expect(changed.error).toBeUndefined();
		const read = await run({
			operation: 'read',
			...on,
			options: { archiveMode: 'all', referenceDate: '2026-11-24' },
		});
		expect(read.outputs[0]).toMatchObject([
			{ json: { PropertyRef: 8, RefBOStateUserDefined: 'UsrInProgress' }, pairedItem: { item: 0 } },
		]);
	});

	it('gives no more than the limit', async () => {
		for (const reference of ['a', 'b', 'c']) await run({ ...create, fields: {}, reference });
		const read = await run({ operation: 'read', definition: 'UsrRequest', limit: 2 });
		expect(read.outputs[0]).toHaveLength(2);
		const all = await run({ operation: 'read', definition: 'UsrRequest', returnAll: true });
		expect(all.outputs[0]).toHaveLength(3);
	});

	it('says which definition Planon does not know, and whom to ask', async () => {
		const { error } = await run({ ...create, definition: 'UsrKlacht' }, { items });
		expect(error).toMatchObject({
			message: "Planon does not know the definition 'UsrKlacht': PN_D00001: Unknown definition UsrKlacht",
			description: expect.stringContaining('Ask your Planon administrator') as string,
		});
	});

	it('says that the access key is wrong', async () => {
		const { error } = await run(create, { items, credential: { accessKey: 'oud' } });
		expect(error).toMatchObject({
			message: 'Planon does not accept the access key',
			description: expect.stringContaining('Access keys expire') as string,
		});
	});

	it('says that Planon cannot be reached', async () => {
		await simulator().stop();
		const { error } = await run(create, { items });
		expect(error!.message).toContain('the server refuses the connection');
	});

	it('says which value cannot be right', async () => {
		const number = { condition: [{ field: 'Syscode', operator: 'eq', type: 'number', value: 'acht' }] };
		const read = { operation: 'read', definition: 'UsrRequest' };
		expect((await run({ ...read, filter: number })).error!.message).toContain("'acht' is no number");
		const date = await run({ ...read, options: { referenceDate: 'morgen' } });
		expect(date.error!.message).toContain('Write the reference date as 2026-11-24');
		const json = await run({ ...create, otherValues: '{PropertyRef' }, { items });
		expect(json.error!.message).toContain('Other Values is not a JSON object');
	});

	it('goes on with the next item where the node is set to', async () => {
		const two = [{ json: { signal: { subject: 'x' } } }, ...items] as typeof items;
		const { outputs, error } = await run(create, { items: two, onError: 'continueErrorOutput' });
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([{ json: { created: true }, pairedItem: { item: 1 } }]);
		expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('Reference') as string } }]);
	});
});
