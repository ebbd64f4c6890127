import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testRegister, withRegister } from '../shared/n8n/open-register';
import { parameterReader } from '../shared/n8n/read-parameter';
import { propertiesOf } from '../shared/n8n/resources';
import { failingPerItem, runToOutputs } from '../shared/n8n/run-per-item';
import type { Register } from '../shared/storage/register';
import { operationOf, outputsExpression, RESOURCES } from './resources';
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
		const { outputs = ['main'], readOnly } = operation;
		const onAllItems = (register: Register) =>
			runToOutputs(this, outputs.length, async (itemIndex) => {
				const read = parameterReader(this, itemIndex);
				const onItem = (part: Register) =>
					operation.run({ register: part, read, executionId: this.getExecutionId() });
				const result = await (readOnly ? onItem(register) : register.together(onItem));
				const output = 'add' in result && result.output ? outputs.indexOf(result.output) : 0;
				return { output, items: toItems(items[itemIndex]!, result) };
			});
		return await failingPerItem(this, () =>
			withRegister(this, (register) => (readOnly ? onAllItems(register) : register.together(onAllItems))),
		);
	}
}

function toItems({ json, binary }: INodeExecutionData, result: Result): INodeExecutionData[] {
	if ('add' in result) return [{ json: { ...json, ...result.add }, binary }];
	return result.items.map((item) => ({ json: item as IDataObject }));
}
