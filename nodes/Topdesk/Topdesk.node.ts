import {
	NodeConnectionTypes,
	type IBinaryData,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { propertiesOf } from '../shared/n8n/resources';
import { runPerItem } from '../shared/n8n/run-per-item';
import { itemFiles } from './item-files';
import { listSearch } from './list-search';
import { loadOptions } from './load-options';
import { openTopdesk } from './open-topdesk';
import { parameterReader } from './read-parameter';
import { operationOf, RESOURCES } from './resources';
import { WithFile } from './resources/operation';
import { testTopdesk } from './test-topdesk';

export class Topdesk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TOPdesk',
		name: 'topdesk',
		icon: { light: 'file:../../icons/topdesk.svg', dark: 'file:../../icons/topdesk.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create, follow and update incidents, changes and all else that TOPdesk keeps',
		defaults: { name: 'TOPdesk' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'topdeskApi', required: true, testedBy: 'testTopdesk' }],
		properties: propertiesOf(RESOURCES, 'incident'),
	};

	methods = { loadOptions, listSearch, credentialTest: { testTopdesk } };

	/**
	 * Gives what TOPdesk answers, one item per record. Creating an incident gives `{ticket, incident,
	 * created, briefDescriptionShortened}`. A `signal` in the input comes along with each.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = operationOf(
			this.getNodeParameter('resource', 0) as string,
			this.getNodeParameter('operation', 0) as string,
		);
		const items = this.getInputData();
		const output = await runPerItem(this, async (itemIndex) => {
			const results = await operation.run({
				client: await openTopdesk(this, itemIndex),
				timezone: this.getTimezone(),
				read: parameterReader(this, itemIndex),
				files: itemFiles(this, itemIndex),
			});
			const { signal } = items[itemIndex]!.json;
			const found: INodeExecutionData[] = [];
			for await (const result of results) found.push(toItem(result, signal));
			return found;
		});
		return [output];
	}
}

function toItem(result: object, signal: unknown): INodeExecutionData {
	const file = result instanceof WithFile ? result : undefined;
	const json = (file?.json ?? result) as IDataObject;
	return {
		json: signal === undefined ? json : ({ signal, ...json } as IDataObject),
		...(file && { binary: { [file.property]: file.file as IBinaryData } }),
	};
}
