import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testRegister } from '../shared/n8n/open-register';
import { parameterReader } from '../shared/n8n/read-parameter';
import { outputsExpression, propertiesOf } from '../shared/n8n/resources';
import { runOnRegister } from '../shared/n8n/run-on-register';
import { itemFile, toItems } from './item-files';
import { operationOf, RESOURCES } from './resources';

export class Pdc implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PDC',
		name: 'pdc',
		icon: { light: 'file:../../icons/pdc.svg', dark: 'file:../../icons/pdc.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["resource"] + ": " + $parameter["operation"] }}',
		description:
			'Keep the catalogue of products and services, let every change be reported and approved, and answer from it',
		defaults: { name: 'PDC' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(RESOURCES),
		credentials: [{ name: 'signalRegisterApi', required: true, testedBy: 'testRegister' }],
		properties: propertiesOf(RESOURCES, 'item'),
	};

	methods = { credentialTest: { testRegister } };

	/**
	 * An operation on one thing gives the item with that thing as it is now (`item`, `notice`, `page`), one that looks
	 * up many gives an item for each.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = operationOf(
			this.getNodeParameter('resource', 0) as string,
			this.getNodeParameter('operation', 0) as string,
		);
		const items = this.getInputData();
		const allItems = items.map(({ json }): IDataObject => json);
		return await runOnRegister(this, operation, async (register, itemIndex) => {
			if (operation.once && itemIndex > 0) return { items: [] };
			const read = parameterReader(this, itemIndex);
			const readFile = (property: string) => itemFile(this, itemIndex, property);
			const result = await operation.run({ register, read, readFile, item: allItems[itemIndex]!, allItems });
			const made = await toItems(this, items[itemIndex]!, result);
			return { output: 'add' in result ? result.output : null, items: made };
		});
	}
}
