import { randomUUID } from 'node:crypto';
import { ExecutionLifecycleHooks } from 'n8n-core';
import {
	NodeConnectionTypes,
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type NodeConnectionType,
	type IWorkflowExecuteAdditionalData,
	type OnError,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { TestCredentialsHelper, type TestCredentials } from './credentials-helper';

export interface NodeUnderTest {
	/** The node class of the source, `new Topdesk()`. */
	node: INodeType;
	/** By credential type. */
	credentials?: TestCredentials;
	/** What the user filled in; the rest gets its default. */
	parameters: INodeParameters;
	/** The node's own static data; changed in place. */
	staticData?: IDataObject;
	/** By which n8n knows the node in the workflow; any when left out. */
	nodeId?: string;
	/** What a chat model node that is connected to it gives; nothing is connected when left out. */
	chatModel?: unknown;
}

/** The node before the node under test, which gives it its items. */
export const INPUT = 'Input';

const INPUT_TYPE: INodeType = {
	description: {
		displayName: INPUT,
		name: 'input',
		group: ['trigger'],
		version: 1,
		description: 'Gives the items of the test',
		defaults: { name: INPUT },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
};

const CHAT_MODEL = 'Chat Model';

/** Stands in for a chat model node of n8n. */
const chatModelType = (chatModel: unknown): INodeType => ({
	description: {
		...INPUT_TYPE.description,
		displayName: CHAT_MODEL,
		name: 'chatModel',
		defaults: { name: CHAT_MODEL },
		outputs: [NodeConnectionTypes.AiLanguageModel],
	},
	supplyData: async () => ({ response: chatModel }),
});

/** Builds a workflow of an input and the node under test, and what the engine wants around it. */
export function workflowOf(options: NodeUnderTest & { onError?: OnError }, mode: WorkflowExecuteMode) {
	const { description } = options.node;
	const node: INode = {
		id: options.nodeId ?? randomUUID(),
		name: description.displayName,
		type: `n8n-nodes-regie.${description.name}`,
		typeVersion: Array.isArray(description.version) ? description.version.at(-1)! : description.version,
		position: [200, 0],
		parameters: options.parameters,
		credentials: Object.fromEntries(
			Object.keys(options.credentials ?? {}).map((type) => [type, { id: type, name: type }]),
		),
		onError: options.onError,
	};
	const input: INode = {
		id: randomUUID(),
		name: INPUT,
		type: 'input',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const chatModel: INode = { ...input, id: randomUUID(), name: CHAT_MODEL, type: 'chatModel' };
	const typeOf = (type: string) => {
		if (type === 'chatModel') return chatModelType(options.chatModel);
		return type === 'input' ? INPUT_TYPE : options.node;
	};
	const nodeTypes: INodeTypes = {
		getByName: typeOf,
		getByNameAndVersion: typeOf,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: 'workflow-under-test',
		name: 'Workflow under test',
		nodes: options.chatModel ? [input, node, chatModel] : [input, node],
		connections: {
			[INPUT]: { main: [[to(node, NodeConnectionTypes.Main)]] },
			...(options.chatModel !== undefined && {
				[CHAT_MODEL]: { ai_languageModel: [[to(node, NodeConnectionTypes.AiLanguageModel)]] },
			}),
		},
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: 'Europe/Amsterdam' },
		staticData: options.staticData ? { [`node:${node.name}`]: options.staticData } : undefined,
	});
	return { workflow, node: workflow.getNode(node.name)!, additionalData: additionalData(options, mode) };
}

const to = ({ name }: INode, type: NodeConnectionType) => ({ node: name, type, index: 0 });

/** Only what a node can reach; the rest of the interface is the server's and is not used here. */
function additionalData(options: NodeUnderTest, mode: WorkflowExecuteMode): IWorkflowExecuteAdditionalData {
	const executionId = '1';
	return {
		credentialsHelper: new TestCredentialsHelper(options.credentials ?? {}),
		executionId,
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: 'http://localhost/rest',
		instanceBaseUrl: 'http://localhost',
		webhookBaseUrl: 'http://localhost/webhook',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		webhookTestBaseUrl: 'http://localhost/webhook-test',
		formBaseUrl: 'http://localhost/form',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		formTestBaseUrl: 'http://localhost/form-test',
		mcpBaseUrl: 'http://localhost/mcp',
		mcpTestBaseUrl: 'http://localhost/mcp-test',
		hooks: new ExecutionLifecycleHooks(mode, executionId, {
			id: 'workflow-under-test',
			name: 'Workflow under test',
			active: false,
			isArchived: false,
			nodes: [],
			connections: {},
			createdAt: new Date(0),
			updatedAt: new Date(0),
			activeVersionId: null,
		}),
	} as unknown as IWorkflowExecuteAdditionalData;
}
