import { parseTree, type Node, type ParseError } from 'jsonc-parser';

/** An object as its properties in the order they were written: a name may occur more than once. */
export type Properties = Array<[name: string, value: unknown]>;

/** Reads JSON and keeps what `JSON.parse` loses: the object at `path` with all of its properties. */
export function propertiesAt(text: string, path: string): Properties | undefined {
	const errors: ParseError[] = [];
	const tree = parseTree(text, errors);
	const property = tree?.children?.findLast((child) => child.children![0]!.value === path);
	const object = property?.children?.[1];
	if (object?.type !== 'object') return undefined;
	return (object.children ?? []).map(({ children }) => {
		const [name, value] = children as [Node, Node];
		return [name.value as string, JSON.parse(text.slice(value.offset, value.offset + value.length))];
	});
}
