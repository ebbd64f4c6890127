import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationIn, type OperationFace, type ResourceOf } from '../shared/n8n/resources';
import { classifyItems } from './classify-items';
import { classifyFields } from './descriptions/classify';
import { actorField, ALWAYS_REGISTER, versionField } from './descriptions/model';
import { listModels, retrainOnce, useModel } from './model-operations';

interface Operation extends OperationFace {
	/** Reads its fields, and gives the items of each output. */
	run: (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;
}

/** Everything that the node can do, by what it is done with. The values are kept in workflows, so they never change. */
export const RESOURCES: ReadonlyArray<ResourceOf<Operation>> = [
	{
		value: 'signal',
		name: 'Signal',
		operations: [
			{
				value: 'classify',
				name: 'Classify',
				action: 'Classify a signal',
				description: 'Add the classification to a signal',
				fields: classifyFields,
				run: classifyItems,
			},
		],
	},
	{
		value: 'model',
		name: 'Model',
		operations: [
			{
				value: 'retrain',
				name: 'Retrain',
				action: 'Retrain the model',
				description:
					'Build a model from the corpus and what people said of signals, and use it when it is not worse',
				fields: [ALWAYS_REGISTER, actorField],
				run: retrainOnce,
			},
			{
				value: 'getAll',
				name: 'Get Many',
				action: 'Get many models',
				description: 'List the versions in the register, with how they were tested',
				fields: [ALWAYS_REGISTER],
				run: listModels,
			},
			{
				value: 'useVersion',
				name: 'Use Version',
				action: 'Use a version of the model',
				description: 'Go back to an earlier version, or to the model of the package',
				fields: [ALWAYS_REGISTER, versionField],
				run: useModel,
			},
		],
	},
];

export const operationOf = (resource: string, operation: string): Operation =>
	operationIn(RESOURCES, 'Signal Classifier', resource, operation);
