import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { classifyItems } from './classify-items';
import { classifyFields } from './descriptions/classify';
import { OUTPUTS } from './outputs';

export class SignalClassifier implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Signal Classifier',
		name: 'signalClassifier',
		icon: { light: 'file:signal-classifier.svg', dark: 'file:signal-classifier.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description:
			'Decide what a signal is (category, supplier, urgency, tone), how sure that is, and which words decided it. Runs on this server: no text leaves it, unless you connect a chat model.',
		defaults: { name: 'Signal Classifier' },
		usableAsTool: true,
		inputs: [
			NodeConnectionTypes.Main,
			{
				type: NodeConnectionTypes.AiLanguageModel,
				displayName: 'Chat Model',
				required: false,
				maxConnections: 1,
			},
		],
		outputs: OUTPUTS as INodeTypeDescription['outputs'],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Signal', value: 'signal' }],
				default: 'signal',
			},
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: ['signal'] } },
				options: [
					{
						name: 'Classify',
						value: 'classify',
						description: 'Add the classification to a signal',
						action: 'Classify a signal',
					},
				],
				default: 'classify',
			},
			...classifyFields,
		],
	};

	/** Gives each item with its `signal` classified, and with `explanation` where that was asked for. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await classifyItems(this);
	}
}
