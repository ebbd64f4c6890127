import { parseTree, type Node } from 'jsonc-parser';
import { readJson } from './json';

/** An object as its properties in the order they were written: a name may occur more than once. */
export type Properties = Array<[name: string, value: unknown]>;

/** Reads JSON and keeps what `JSON.parse` loses: the object at `path` with all of its properties. */
export function propertiesAt(text: string, path: string): Properties | undefined {
	const property = parseTree(text, [])?.children?.findLast((child) => child.children![0]!.value === path);
	const object = property?.children?.[1];
	if (object?.type !== 'object') return undefined;
	return (object.children ?? []).map(({ children }) => {
		const [name, value] = children as [Node, Node];
		return [name.value as string, readJson(textOf(text, value))];
	});
}

/** The properties of each object in the array at `path`, as the text they were written in. */
export function textsIn(text: string, path: string): Array<Map<string, string>> {
	const property = parseTree(text, [])?.children?.findLast((child) => child.children![0]!.value === path);
	return (property?.children?.[1]?.children ?? []).map(
		(object) =>
			new Map(
				(object.children ?? []).map(({ children }) => {
					const [name, value] = children as [Node, Node];
					return [name.value as string, textOf(text, value)];
				}),
			),
	);
}

const textOf = (text: string, { offset, length }: Node) => text.slice(offset, offset + length);
