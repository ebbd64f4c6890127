import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { runPerItem } from '../shared/n8n/run-per-item';
import { incidentFields, incidentOperations } from './descriptions/incident';
import { loadOptions } from './load-options';
import { INCIDENT_OPERATIONS } from './operations';
import { openTopdesk } from './open-topdesk';

export class Topdesk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TOPdesk',
		name: 'topdesk',
		icon: { light: 'file:../../icons/topdesk.svg', dark: 'file:../../icons/topdesk.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create, follow and update incidents in TOPdesk',
		defaults: { name: 'TOPdesk' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'topdeskApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Incident', value: 'incident' }],
				default: 'incident',
			},
			incidentOperations,
			...incidentFields,
		],
	};

	methods = { loadOptions };

	/**
	 * Create gives `{ticket, incident, created}`, the other operations the incident itself. A `signal`
	 * in the input comes along with each.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = INCIDENT_OPERATIONS[this.getNodeParameter('operation', 0) as string]!;
		const items = this.getInputData();
		const output = await runPerItem(this, async (itemIndex) => {
			const client = await openTopdesk(this, itemIndex);
			const results = await operation({
				client,
				timezone: this.getTimezone(),
				read: (name, fallback) => this.getNodeParameter(name, itemIndex, fallback as never),
			});
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
