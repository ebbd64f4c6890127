import {
	NodeConnectionTypes,
	type IBinaryKeyData,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { itemFiles } from '../shared/n8n/item-files';
import { testRegister } from '../shared/n8n/open-register';
import { parameterReader } from '../shared/n8n/read-parameter';
import { outputsExpression, propertiesOf } from '../shared/n8n/resources';
import { readerOf } from '../shared/n8n/reader-of';
import { runOnRegister } from '../shared/n8n/run-on-register';
import type { Register } from '../shared/storage/register';
import { readings } from './readings';
import { operationOf, RESOURCES } from './resources';
import type { Result } from './resources/operation';

export class SignalRegister implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Signal Register',
		name: 'signalRegister',
		icon: { light: 'file:../../icons/register.svg', dark: 'file:../../icons/register.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description: 'Keep every signal and what was done for it in one uniform register',
		defaults: { name: 'Signal Register' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression(RESOURCES),
		credentials: [{ name: 'signalRegisterApi', required: true, testedBy: 'testRegister' }],
		properties: propertiesOf(RESOURCES, 'signal'),
	};

	methods = { credentialTest: { testRegister } };

	/**
	 * An operation on one thing gives the item with that thing as it is now (`signal`, `outgoing`), one that
	 * looks up many gives an item for each. Register gives each item on the output that fits.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = operationOf(
			this.getNodeParameter('resource', 0) as string,
			this.getNodeParameter('operation', 0) as string,
		);
		const items = this.getInputData();
		const { saw, record } = readings(operation, readerOf(this));
		const onItem = async (register: Register, itemIndex: number) => {
			const read = parameterReader(this, itemIndex);
			const files = itemFiles(this, itemIndex);
			const result = await operation.run({ register, read, executionId: this.getExecutionId(), files, saw });
			return { output: 'add' in result ? result.output : null, items: toItems(items[itemIndex]!, result) };
		};
		return await runOnRegister(this, operation, onItem, record);
	}
}

function toItems({ json, binary }: INodeExecutionData, result: Result): INodeExecutionData[] {
	if ('add' in result) {
		const files = result.files && { ...binary, ...(result.files as IBinaryKeyData) };
		return [{ json: { ...json, ...result.add }, binary: files ?? binary }];
	}
	return result.items.map((item) => ({ json: item as IDataObject }));
}
