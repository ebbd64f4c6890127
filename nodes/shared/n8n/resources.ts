import type { INodeProperties } from 'n8n-workflow';

/** One thing to do with a resource, as the node shows it. What it does is for the node to add. */
export interface OperationFace {
	value: string;
	name: string;
	/** In the list of actions of the editor: `Create an incident`. */
	action: string;
	description: string;
	/** Without the conditions on resource and operation, which are added for all. */
	fields: INodeProperties[];
	/** Names of its outputs in order, for one that has more than one. */
	outputs?: readonly string[];
}

/** What a node works with, and all that can be done with it. The first operation is the one a new node has. */
export interface ResourceOf<Operation extends OperationFace> {
	value: string;
	name: string;
	operations: readonly Operation[];
}

const byName = <T extends { name: string }>(all: readonly T[]): T[] =>
	[...all].sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** What the node shows: the choice of a resource, then of an operation, then the fields of that. */
export function propertiesOf(
	resources: ReadonlyArray<ResourceOf<OperationFace>>,
	first: string,
): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: byName(resources).map(({ name, value }) => ({ name, value })),
			default: first,
		},
		...resources.map(operationsOf),
		...resources.flatMap(fieldsOf),
	];
}

/**
 * Finds an operation by the values that a workflow keeps.
 * @throws Error that names the node (`system`) when it has no such operation
 */
export function operationIn<Operation extends OperationFace>(
	resources: ReadonlyArray<ResourceOf<Operation>>,
	system: string,
	resource: string,
	operation: string,
): Operation {
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (!found)
		throw new Error(`${system} has no operation '${operation}' for '${resource}'. Choose one in the node.`);
	return found;
}

function operationsOf({ value, operations }: ResourceOf<OperationFace>): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: byName(operations).map(({ name, value: operation, action, description }) => {
			return { name, value: operation, action, description };
		}),
		default: operations[0]!.value,
	};
}

/** A field that more operations of a resource have is shown for each of them. */
function fieldsOf({ value, operations }: ResourceOf<OperationFace>): INodeProperties[] {
	const shownFor = new Map<INodeProperties, string[]>();
	for (const operation of operations) {
		for (const field of operation.fields) {
			shownFor.set(field, [...(shownFor.get(field) ?? []), operation.value]);
		}
	}
	return [...shownFor].map(([field, operation]) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [value], operation, ...field.displayOptions?.show },
		},
	}));
}

/**
 * The outputs of the node, read by the editor and the engine as an expression: one, but for operations that
 * name theirs.
 */
export function outputsExpression(resources: ReadonlyArray<ResourceOf<OperationFace>>): `={{${string}}}` {
	const choices = resources.flatMap((resource) =>
		resource.operations.flatMap(({ value, outputs }) => {
			if (!outputs) return [];
			const chosen = `$parameter["resource"] === "${resource.value}" && $parameter["operation"] === "${value}"`;
			const named = outputs.map((displayName) => `{ type: "main", displayName: "${displayName}" }`);
			return [`${chosen} ? [${named.join(', ')}] : `];
		}),
	);
	return `={{ ${choices.join('')}[{ type: "main" }] }}`;
}
