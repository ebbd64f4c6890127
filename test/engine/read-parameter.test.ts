import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';
import { parameterReader } from '../../nodes/shared/n8n/read-parameter';
import { runNode } from '../support/engine';

/** Reads its parameter twice: as our nodes do, and as n8n does. */
const probe: INodeType = {
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: 1,
		description: 'Reads a parameter',
		defaults: { name: 'Probe' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'Value', name: 'value', type: 'json', default: 'the default' }],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outcome = (read: () => unknown): string => {
			try {
				return JSON.stringify([read()]);
			} catch (error) {
				return String(error);
			}
		};
		const read = (itemIndex: number) => ({
			ours: outcome(() => parameterReader(this, itemIndex)('value', 'the fallback')),
			n8n: outcome(() => this.getNodeParameter('value', itemIndex, 'the fallback')),
		});
		return [[...this.getInputData().keys()].map((itemIndex) => ({ json: read(itemIndex) }))];
	},
};

const items = ['R-2026-000001', 'R-2026-000002'].map((reference, at) => ({
	json: { signal: { reference, at, tags: ['a'], empty: '', nothing: null }, error: '={{ $json.signal }}' },
}));

const read = async (value: string) => {
	const { outputs, error } = await runNode({ node: probe, parameters: { value }, items });
	expect(error).toBeUndefined();
	return outputs[0]!.map(({ json }) => json);
};

describe('a parameter of an item', () => {
	it.each([
		['a field of the item', '={{ $json.signal }}'],
		['a field of a field', '={{$json.signal.reference}}'],
		['a number that is zero', '={{ $json.signal.at }}'],
		['an empty text', '={{ $json.signal.empty }}'],
		['nothing', '={{ $json.signal.nothing }}'],
		['a field that is not there', '={{ $json.followUp }}'],
		['a field of what is not there', '={{ $json.followUp.id }}'],
		['what every object has', '={{ $json.signal.toString }}'],
		['what every list has', '={{ $json.signal.tags.length }}'],
		['a text that looks like an expression', '={{ $json.error }}'],
		['an expression that does more', '={{ $json.signal.reference.toLowerCase() }}'],
		['text around a field', '=Signal {{ $json.signal.reference }}'],
		['a field with a line end', '={{ $json.signal.reference }}\n'],
		['plain text', '{{ $json.signal }}'],
		['the default', 'the default'],
	])('is what n8n makes of it: %s', async (_what, value) => {
		for (const { ours, n8n } of await read(value)) expect(ours).toBe(n8n);
	});

	it('belongs to its own item', async () => {
		const found = (await read('={{ $json.signal.reference }}')).map(({ ours }) => ours);
		expect(found).toEqual(['["R-2026-000001"]', '["R-2026-000002"]']);
	});
});
