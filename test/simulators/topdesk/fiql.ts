import { refuse } from './errors';

type Row = Record<string, unknown>;
type Test = (row: Row) => boolean;

const COMPARISON = /^([A-Za-z][\w.]*)(==|!=|=gt=|=ge=|=lt=|=le=|=sw=|=in=|=out=)/;

/**
 * Reads a FIQL query as TOPdesk documents it: `;` is AND and binds stronger than `,`, which is OR.
 * Throws a refusal (400) for anything else.
 */
export function fiql(query: string): Test {
	let rest = query.trim();
	const malformed = () => refuse(400, `The query could not be parsed near: ${rest.slice(0, 30)}`);
	const take = (text: string): boolean => {
		if (!rest.startsWith(text)) return false;
		rest = rest.slice(text.length).trimStart();
		return true;
	};

	const value = (): string | null => {
		const quoted = /^'([^']*)'|^"([^"]*)"/.exec(rest);
		const plain = quoted ?? /^([^;,()'"\s]+)/.exec(rest);
		if (!plain) throw malformed();
		rest = rest.slice(plain[0].length).trimStart();
		const text = plain[1] ?? plain[2] ?? '';
		return !quoted && text === 'null' ? null : text;
	};
	const values = (): Array<string | null> => {
		if (!take('(')) throw malformed();
		const list = [value()];
		while (take(',')) list.push(value());
		if (!take(')')) throw malformed();
		return list;
	};
	const condition = (): Test => {
		if (take('(')) {
			const inner = either();
			if (!take(')')) throw malformed();
			return inner;
		}
		const match = COMPARISON.exec(rest);
		if (!match) throw malformed();
		const [whole, field, operator] = match as unknown as [string, string, string];
		rest = rest.slice(whole.length).trimStart();
		const wanted = operator === '=in=' || operator === '=out=' ? values() : [value()];
		return (row) => holds(operator, valueAt(row, field), wanted);
	};
	const both = (): Test => {
		const parts = [condition()];
		while (take(';')) parts.push(condition());
		return (row) => parts.every((part) => part(row));
	};
	const either = (): Test => {
		const parts = [both()];
		while (take(',')) parts.push(both());
		return (row) => parts.some((part) => part(row));
	};

	const test = either();
	if (rest) throw malformed();
	return test;
}

/** `category.name` in a row; undefined and null are the same to TOPdesk. */
export function valueAt(row: Row, field: string): unknown {
	let current: unknown = row;
	for (const part of field.split('.')) current = (current as Row | null | undefined)?.[part];
	return current ?? null;
}

function holds(operator: string, actual: unknown, wanted: Array<string | null>): boolean {
	const [first] = wanted as [string | null];
	switch (operator) {
		case '==':
		case '=in=':
			return wanted.some((one) => same(actual, one));
		case '!=':
		case '=out=':
			return !wanted.some((one) => same(actual, one));
		case '=sw=':
			return typeof actual === 'string' && actual.toLowerCase().startsWith(String(first).toLowerCase());
		default: {
			if (actual === null || first === null) return false;
			const order = compare(actual, first);
			return { '=gt=': order > 0, '=ge=': order >= 0, '=lt=': order < 0, '=le=': order <= 0 }[operator]!;
		}
	}
}

/** TOPdesk compares texts without regard to case. */
const same = (actual: unknown, wanted: string | null) =>
	wanted === null ? actual === null : String(actual ?? '').toLowerCase() === wanted.toLowerCase();

/** Dates by moment, numbers by size, the rest by letter. */
export function compare(one: unknown, other: unknown): number {
	const [left, right] = [one, other].map((value) => {
		const text = String(value ?? '');
		return /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : text;
	}) as [string | number, string | number];
	return left < right ? -1 : left > right ? 1 : 0;
}
