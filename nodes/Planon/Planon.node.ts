import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { failingPerItem, runPerItem } from '../shared/n8n/run-per-item';
import { testPlanon } from './access/test-credential';
import { connectionFields } from './descriptions/connection';
import { fileFields } from './descriptions/file';
import { presetNodeFields } from './descriptions/preset';
import { recordFields } from './descriptions/record';
import { searchFields, searchMethods, searchStates } from './metadata/searches';
import { runItems } from './run-items';

export class Planon implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Planon',
		name: 'planon',
		icon: { light: 'file:../../icons/planon.svg', dark: 'file:../../icons/planon.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] + ": " + ($parameter["resource"] === "record" ? $parameter["definition"] : $parameter["resource"]) }}',
		description: 'Create, read and change records in Planon, by the definitions that your Planon has',
		defaults: { name: 'Planon' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'planonApi', required: true, testedBy: 'testPlanon' }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Business Object', value: 'record', description: 'Records of any definition' },
					{ name: 'Complaint', value: 'complaint', description: 'As mapped in the credential' },
					{ name: 'Connection', value: 'connection' },
					{ name: 'File', value: 'file' },
					{ name: 'Order', value: 'order', description: 'As mapped in the credential' },
					{ name: 'Request', value: 'request', description: 'As mapped in the credential' },
				],
				default: 'record',
			},
			...connectionFields,
			...fileFields,
			...presetNodeFields,
			...recordFields,
		],
	};

	methods = {
		credentialTest: { testPlanon },
		listSearch: { searchFields, searchMethods, searchStates },
	};

	/**
	 * Add gives `{ticket, record, created}`; Create or Get and the other operations on complaints,
	 * requests and orders give `Case` and what is beside it; the other operations give the records
	 * themselves. A `signal` in the input comes along with each.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		return await failingPerItem(this, async () => {
			const run = await runItems(this);
			const output = await runPerItem(this, async (itemIndex) => {
				const { signal } = items[itemIndex]!.json;
				const carried = signal === undefined ? {} : { signal };
				return (await run(itemIndex)).map(({ json, binary }) => ({
					json: { ...carried, ...json } as IDataObject,
					binary,
					pairedItem: { item: itemIndex },
				}));
			});
			return [output];
		});
	}
}
