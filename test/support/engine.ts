import './engine/environment';
import { PollContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type ExecutionError,
	type INodeExecutionData,
	type OnError,
} from 'n8n-workflow';
import { INPUT, workflowOf, type NodeUnderTest } from './engine/workflow';

export type { TestCredential, TestCredentials } from './engine/credentials-helper';

/** What came out of each output of the node, and the error when the run failed. */
export interface EngineOutcome {
	outputs: INodeExecutionData[][];
	error?: ExecutionError;
}

/** Runs one node on n8n's own engine, with expressions, item links and error settings as in production. */
export async function runNode(
	options: NodeUnderTest & {
		/** One empty item when left out, as a manual trigger gives. */
		items?: INodeExecutionData[];
		/** The node's On Error setting; stops the run when left out. */
		onError?: OnError;
	},
): Promise<EngineOutcome> {
	const mode = 'integrated';
	const { workflow, node, additionalData } = workflowOf(options, mode);
	const items = options.items ?? [{ json: {} }];
	const ran = { startTime: 0, executionTime: 0, executionIndex: 0, source: [], data: { main: [items] } };
	const runExecutionData = createRunExecutionData({
		startData: {},
		resultData: { runData: { [INPUT]: [ran] } },
		executionData: {
			nodeExecutionStack: [
				{ node, data: { main: [[...items]] }, source: { main: [{ previousNode: INPUT }] } },
			],
		},
	});
	const execution = new WorkflowExecute(additionalData, mode, runExecutionData);
	const { data } = await execution.processRunExecutionData(workflow);
	const run = data.resultData.runData[node.name]?.at(-1);
	return {
		outputs: (run?.data?.main ?? []).map((output) => output ?? []),
		error: data.resultData.error ?? run?.error,
	};
}

/**
 * Polls a polling trigger once, as an active workflow (`trigger`) or as the Test button (`manual`) does.
 * Null means there was nothing new; what the poll throws is thrown on.
 */
export async function pollNode(
	options: NodeUnderTest & {
		mode?: 'trigger' | 'manual';
		/** Why the workflow became active: it was published (when left out), or n8n started. */
		activation?: 'activate' | 'init';
	},
): Promise<INodeExecutionData[][] | null> {
	const mode = options.mode ?? 'trigger';
	const { workflow, node, additionalData } = workflowOf(options, mode);
	if (!options.node.poll) throw new Error(`${node.name} is not a polling trigger`);
	// What a manual run writes there, n8n does not keep.
	const memory = options.staticData ?? {};
	const staticData = mode === 'manual' ? structuredClone(memory) : memory;
	const context = new PollContext(
		workflow,
		node,
		additionalData,
		mode,
		mode === 'manual' ? 'manual' : (options.activation ?? 'activate'),
		undefined,
		undefined,
		undefined,
		undefined,
		() => staticData,
	);
	await workflow.expression.acquireIsolate();
	try {
		return await options.node.poll.call(context);
	} finally {
		await workflow.expression.releaseIsolate();
	}
}
