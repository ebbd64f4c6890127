import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { testRegister } from '../shared/n8n/open-register';
import { propertiesOf } from '../shared/n8n/resources';
import { OUTPUTS } from './outputs';
import { operationOf, RESOURCES } from './resources';

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
		credentials: [
			{
				name: 'signalRegisterApi',
				required: true,
				testedBy: 'testRegister',
				displayOptions: { show: { modelSource: ['register'] } },
			},
		],
		properties: propertiesOf(RESOURCES, 'signal'),
	};

	methods = { credentialTest: { testRegister } };

	/**
	 * Classify gives each item with its `signal` classified, and with `explanation` where that was asked for; the
	 * operations on models give `model`.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0) as string;
		return await operationOf(resource, this.getNodeParameter('operation', 0) as string).run(this);
	}
}
