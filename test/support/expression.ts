import {
	createRunExecutionData,
	Workflow,
	type IBinaryKeyData,
	type IDataObject,
	type INodeType,
} from 'n8n-workflow';

const TYPE = 'step';
const NODE = 'Step';
const STEP = {
	description: { properties: [], inputs: ['main'], outputs: ['main'] },
} as unknown as INodeType;
const nodeTypes = {
	getByName: () => STEP,
	getByNameAndVersion: () => STEP,
	getKnownTypes: () => ({}),
};

/** The item that an expression is worked out for, and what went before it. */
export interface ExpressionItem {
	json: IDataObject;
	binary?: IBinaryKeyData;
	/** The step that the item comes from. */
	from?: string;
	/** What earlier steps gave, by their names. */
	ran?: Record<string, IDataObject>;
}

/** What n8n makes of an expression in a step of a workflow. */
export function valueOf(expression: string, { json, binary, from, ran = {} }: ExpressionItem): unknown {
	const nodes = [NODE, ...Object.keys(ran)].map((name) => ({
		...{ id: name, name, type: TYPE, typeVersion: 1, parameters: {} },
		position: [0, 0] as [number, number],
	}));
	const workflow = new Workflow({
		id: 'w',
		name: 'Workflow',
		nodes,
		connections: Object.fromEntries(
			Object.keys(ran).map((name) => [name, { main: [[{ node: NODE, type: 'main', index: 0 }]] }]),
		),
		active: false,
		nodeTypes,
	});
	const runData = Object.fromEntries(
		Object.entries(ran).map(([name, given]) => [
			name,
			[
				{
					startTime: 0,
					executionTime: 0,
					executionIndex: 0,
					source: [],
					data: { main: [[{ json: given }]] },
				},
			],
		]),
	);
	const items = [{ json, binary }];
	return workflow.expression.getParameterValue(
		expression,
		createRunExecutionData({ resultData: { runData } }),
		0,
		0,
		NODE,
		items,
		'manual',
		{},
		{
			node: workflow.getNode(NODE)!,
			data: { main: [items] },
			source: { main: [{ previousNode: from ?? NODE }] },
		},
	);
}
