import './engine/environment';
import {
	CredentialTestContext,
	HookContext,
	LoadOptionsContext,
	PollContext,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	createRunExecutionData,
	type ExecutionError,
	type ICredentialDataDecryptedObject,
	type ICredentialTestFunctions,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeCredentialTestResult,
	type INodeExecutionData,
	type IPollFunctions,
	type IRun,
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
		/** Cancels the run, as the Stop button does, when this is fulfilled. */
		cancelOn?: Promise<unknown>;
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
	const running = execution.processRunExecutionData(workflow);
	void options.cancelOn?.then(() => running.cancel());
	const { data } = await running;
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
		/** Runs what the poll hands on, and gives how that went. Left out, the poll is given back what it handed on. */
		execute?: (items: INodeExecutionData[][]) => Promise<'success' | 'error'>;
	},
): Promise<INodeExecutionData[][] | null> {
	const mode = options.mode ?? 'trigger';
	const { workflow, node, additionalData } = workflowOf(options, mode);
	if (!options.node.poll) throw new Error(`${node.name} is not a polling trigger`);
	// What a manual run writes there, n8n does not keep.
	const memory = options.staticData ?? {};
	const staticData = mode === 'manual' ? structuredClone(memory) : memory;
	const handedOn: INodeExecutionData[] = [];
	const collect = async ([items]: INodeExecutionData[][]) => {
		handedOn.push(...items!);
		return 'success' as const;
	};
	const context = new PollContext(
		workflow,
		node,
		additionalData,
		mode,
		mode === 'manual' ? 'manual' : (options.activation ?? 'activate'),
		emitTo(options.execute ?? collect),
		undefined,
		undefined,
		undefined,
		() => staticData,
	);
	await workflow.expression.acquireIsolate();
	try {
		const given = await options.node.poll.call(context);
		return given ?? (handedOn.length > 0 ? [handedOn] : null);
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

type Emit = IPollFunctions['__emit'];

const emitTo =
	(execute: (items: INodeExecutionData[][]) => Promise<'success' | 'error'>): Emit =>
	(data, _response, done) =>
		void execute(data).then((status) => done?.resolve({ status } as IRun), done?.reject);

/** Runs a method that fills a list of the node, as the editor does with what is filled in so far. */
export async function inEditor<T>(
	options: NodeUnderTest,
	method: (this: ILoadOptionsFunctions) => Promise<T>,
): Promise<T> {
	const { workflow, node, additionalData } = workflowOf(options, 'internal');
	additionalData.currentNodeParameters = options.parameters;
	return await method.call(new LoadOptionsContext(workflow, node, additionalData, 'parameters'));
}

/** Runs a credential test of a node, as the editor does when a credential is saved. */
export async function testCredential(
	options: NodeUnderTest,
	type: string,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const { additionalData } = workflowOf(options, 'internal');
	const name = options.node.description.credentials?.find((one) => one.name === type)?.testedBy;
	const test = options.node.methods?.credentialTest?.[String(name)];
	if (!test) throw new Error(`${options.node.description.displayName} does not test ${type}`);
	const context: ICredentialTestFunctions = new CredentialTestContext(additionalData);
	return await test.call(context, { id: '1', name: type, type, data });
}

/** What a call to a webhook trigger gave: items that start the workflow, or only an answer to the caller. */
export interface WebhookOutcome {
	items: INodeExecutionData[] | null;
	/** Of the answer that the node itself gives; undefined when n8n does. */
	status?: number;
	body?: unknown;
}

/** Calls a webhook trigger once, as the server of an active workflow does. */
export async function callWebhook(
	options: NodeUnderTest & { headers?: Record<string, string>; body?: IDataObject },
): Promise<WebhookOutcome> {
	const { workflow, node, additionalData } = workflowOf(options, 'webhook');
	if (!options.node.webhook) throw new Error(`${node.name} is not a webhook trigger`);
	const outcome: WebhookOutcome = { items: null };
	const response = {
		status: (status: number) => Object.assign(response, { statusCode: (outcome.status = status) }),
		json: (body: unknown) => void (outcome.body = body),
		end: () => undefined,
	};
	const request = { headers: options.headers ?? {}, body: options.body ?? {}, params: {}, query: {} };
	Object.assign(additionalData, { httpRequest: request, httpResponse: response });
	const description = options.node.description.webhooks![0]!;
	const webhook = { ...description, webhookDescription: description, workflowId: workflow.id };
	const context = new WebhookContext(workflow, node, additionalData, 'webhook', webhook as never, [], null);
	await workflow.expression.acquireIsolate();
	try {
		const { workflowData } = await options.node.webhook.call(context);
		return { ...outcome, items: workflowData?.[0] ?? null };
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/** Sets a webhook trigger up, as n8n does when its workflow is published; what the node throws is thrown on. */
export async function activateWebhook(options: NodeUnderTest): Promise<void> {
	const { workflow, node, additionalData } = workflowOf(options, 'trigger');
	const methods = options.node.webhookMethods?.default;
	if (!methods) throw new Error(`${node.name} is not a webhook trigger`);
	const context = new HookContext(workflow, node, additionalData, 'trigger', 'activate');
	if (!(await methods.checkExists.call(context))) await methods.create.call(context);
}
