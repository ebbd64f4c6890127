import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { runPerItem } from '../shared/n8n/run-per-item';
import { recordFields, recordOperations } from './descriptions/record';
import { openPlanon } from './open-planon';
import { RECORD_OPERATIONS } from './operations';

export class Planon implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Planon',
		name: 'planon',
		icon: { light: 'file:../../icons/planon.svg', dark: 'file:../../icons/planon.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["definition"] }}',
		description: 'Create, read and change records in Planon, by the definitions that your Planon has',
		defaults: { name: 'Planon' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'planonApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Record', value: 'record' }],
				default: 'record',
			},
			recordOperations,
			...recordFields,
		],
	};

	/**
	 * Create gives `{ticket, record, created}`, the other operations the records themselves. A `signal`
	 * in the input comes along with each.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = RECORD_OPERATIONS[this.getNodeParameter('operation', 0) as string]!;
		const items = this.getInputData();
		const output = await runPerItem(this, async (itemIndex) => {
			const client = await openPlanon(this, itemIndex);
			const read = (name: string, fallback?: unknown) =>
				this.getNodeParameter(name, itemIndex, fallback as never);
			const results = await operation({ client, read });
			const { signal } = items[itemIndex]!.json;
			const carried = signal === undefined ? {} : { signal };
			return results.map((result) => ({
				json: { ...carried, ...result } as IDataObject,
				pairedItem: { item: itemIndex },
			}));
		});
		return [output];
	}
}
