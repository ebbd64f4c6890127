import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { parameterReader } from '../shared/n8n/read-parameter';
import { runPerItem } from '../shared/n8n/run-per-item';
import { classifySignal } from './classify-signal';
import {
	REVIEW_BELOW_CATEGORY,
	REVIEW_BELOW_KNOWN,
	REVIEW_BELOW_LEAD,
	REVIEW_BELOW_NO_SIGNAL,
	REVIEW_BELOW_SUPPLIER,
} from './thresholds';

const threshold = { minValue: 0, maxValue: 1, numberPrecision: 2 };

export class SignalClassifier implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Signal Classifier',
		name: 'signalClassifier',
		icon: { light: 'file:signal-classifier.svg', dark: 'file:signal-classifier.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description:
			'Decide what a signal is (category, supplier, urgency, tone), how sure that is, and which words decided it. Runs on this server: no text leaves it.',
		defaults: { name: 'Signal Classifier' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
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
			{
				displayName: 'Signal',
				name: 'signal',
				type: 'json',
				required: true,
				default: '={{ $json.signal }}',
				description: 'The signal to classify, as the Signal Mailbox gives it',
			},
			{
				displayName: 'Review Below Category Confidence',
				name: 'reviewBelowCategory',
				type: 'number',
				typeOptions: threshold,
				default: REVIEW_BELOW_CATEGORY,
				description:
					'A signal is marked for review by a person when its category is less sure than this, from 0 (never) to 1 (always)',
			},
			{
				displayName: 'Review Below Supplier Confidence',
				name: 'reviewBelowSupplier',
				type: 'number',
				typeOptions: threshold,
				default: REVIEW_BELOW_SUPPLIER,
				description:
					'The same for the supplier. Counts only for storing, klacht and onvrede, which go to a supplier.',
			},
			{
				displayName: 'Review Below No-Signal Confidence',
				name: 'reviewBelowNoSignal',
				type: 'number',
				typeOptions: threshold,
				default: REVIEW_BELOW_NO_SIGNAL,
				description:
					'The same for overig, which is put aside as no signal. Nobody sees it after that, so the model must be surer.',
			},
			{
				displayName: 'Review Below Lead',
				name: 'reviewBelowLead',
				type: 'number',
				typeOptions: threshold,
				default: REVIEW_BELOW_LEAD,
				description: 'How far the best category must be ahead of the second, or a person must look',
			},
			{
				displayName: 'Review Below Known Words',
				name: 'reviewBelowKnown',
				type: 'number',
				typeOptions: threshold,
				default: REVIEW_BELOW_KNOWN,
				description:
					'The share of the words that the model must know, or a person must look: below it the text is in another language or about other things',
			},
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const output = await runPerItem(this, async (itemIndex) => {
			const signal = classifySignal(parameterReader(this, itemIndex)('signal'), {
				reviewBelowCategory: this.getNodeParameter('reviewBelowCategory', itemIndex) as number,
				reviewBelowSupplier: this.getNodeParameter('reviewBelowSupplier', itemIndex) as number,
				reviewBelowNoSignal: this.getNodeParameter('reviewBelowNoSignal', itemIndex) as number,
				reviewBelowLead: this.getNodeParameter('reviewBelowLead', itemIndex) as number,
				reviewBelowKnown: this.getNodeParameter('reviewBelowKnown', itemIndex) as number,
			});
			const { json, binary } = items[itemIndex]!;
			return {
				json: { ...json, signal: signal as unknown as IDataObject },
				binary,
				pairedItem: { item: itemIndex },
			};
		});
		return [output];
	}
}
