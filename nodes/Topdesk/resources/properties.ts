import type { INodeProperties } from 'n8n-workflow';
import type { Resource } from './operation';

const byName = <T extends { name: string }>(all: readonly T[]): T[] =>
	[...all].sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** What the node shows: the choice of a resource, then of an operation, then the fields of that. */
export function propertiesOf(resources: readonly Resource[], first: string): INodeProperties[] {
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

function operationsOf({ value, operations }: Resource): INodeProperties {
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
function fieldsOf({ value, operations }: Resource): INodeProperties[] {
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
