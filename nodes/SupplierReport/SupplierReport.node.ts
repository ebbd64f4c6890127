import {
	NodeConnectionTypes,
	type IBinaryKeyData,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testRegister, withRegister } from '../shared/n8n/open-register';
import { parameterReader } from '../shared/n8n/read-parameter';
import { readerOf } from '../shared/n8n/reader-of';
import { propertiesOf } from '../shared/n8n/resources';
import { failingPerItem, runPerItem } from '../shared/n8n/run-per-item';
import { operationOf, RESOURCES } from './resources';
import type { OperationContext, Result } from './resources/operation';

export class SupplierReport implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Supplier Report',
		name: 'supplierReport',
		icon: { light: 'file:../../icons/report.svg', dark: 'file:../../icons/report.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Report on suppliers from the register: what is going on, since when, and how sure that is',
		defaults: { name: 'Supplier Report' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'signalRegisterApi', required: true, testedBy: 'testRegister' }],
		properties: propertiesOf(RESOURCES, 'report'),
	};

	methods = { credentialTest: { testRegister } };

	/** Every item goes on with what its operation gives, once for each report or agreement. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { run } = operationOf(
			this.getNodeParameter('resource', 0) as string,
			this.getNodeParameter('operation', 0) as string,
		);
		const items = this.getInputData();
		return await failingPerItem(this, () =>
			withRegister(this, async (register) => [
				await runPerItem(this, async (itemIndex) => {
					const read = parameterReader(this, itemIndex);
					const binary: OperationContext['binary'] = async (property) => ({
						mimeType: this.helpers.assertBinaryData(itemIndex, property).mimeType,
						content: await this.helpers.getBinaryDataBuffer(itemIndex, property),
					});
					const results = await run({ register, read, binary, now: new Date(), reader: readerOf(this) });
					return await Promise.all(results.map((result) => toItem(this, items[itemIndex]!, result)));
				}),
			]),
		);
	}
}

async function toItem(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	{ json, files = [] }: Result,
): Promise<INodeExecutionData> {
	const binary: IBinaryKeyData = { ...item.binary };
	for (const { property, content, fileName, mimeType } of files) {
		binary[property] = await context.helpers.prepareBinaryData(content, fileName, mimeType);
	}
	return { json: { ...item.json, ...(json as IDataObject) }, binary };
}
