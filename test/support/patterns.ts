import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** A regular expression of the package, and the file it stands in. */
export interface Pattern {
	file: string;
	pattern: RegExp;
}

const sources = (): string[] =>
	['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => join(ROOT, folder, file)),
	);

const isMade = (node: ts.Node): boolean => ts.isNewExpression(node) && node.expression.getText() === 'RegExp';

function nodesIn(file: string): ts.Node[] {
	const found: ts.Node[] = [];
	const visit = (node: ts.Node): void => {
		found.push(node);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
	return found;
}

/** Every regular expression that is written out in the package, and those that are put together where a file is loaded. */
export function patternsOfPackage(): Pattern[] {
	const patterns: Pattern[] = [];
	for (const path of sources()) {
		const file = relative(ROOT, path);
		const nodes = nodesIn(path);
		for (const node of nodes.filter(ts.isRegularExpressionLiteral)) {
			const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text)!;
			patterns.push({ file, pattern: new RegExp(source!, flags) });
		}
		if (nodes.some(isMade)) patterns.push(...madeBy(path).map((pattern) => ({ file, pattern })));
	}
	return patterns;
}

/** What a file makes with `new RegExp` when it is loaded; the libraries that it loads make theirs too, which are not ours. */
function madeBy(path: string): RegExp[] {
	const made: RegExp[] = [];
	const { RegExp: builtIn } = globalThis;
	globalThis.RegExp = new Proxy(builtIn, {
		construct(target, args: [string, string]) {
			const pattern = new target(...args);
			const [, , maker = ''] = new Error().stack!.split('\n');
			if (maker.includes(join(ROOT, 'nodes'))) made.push(pattern);
			return pattern;
		},
	});
	try {
		jest.isolateModules(() => jest.requireActual(path));
	} finally {
		globalThis.RegExp = builtIn;
	}
	return made;
}
