import { queryMoment } from '../incident/moment';

/** What can be asked of a field, with TOPdesk's sign for it. */
export const COMPARISONS = {
	equals: '==',
	notEquals: '!=',
	greater: '=gt=',
	greaterOrEqual: '=ge=',
	less: '=lt=',
	lessOrEqual: '=le=',
	startsWith: '=sw=',
	in: '=in=',
	notIn: '=out=',
	empty: '==null',
	notEmpty: '!=null',
} as const;
export type Comparison = keyof typeof COMPARISONS;
export type ValueType = 'text' | 'number' | 'boolean' | 'date';

export interface Condition {
	/** For example `category.name`. */
	field: string;
	comparison: Comparison;
	/** Left out for `empty` and `notEmpty`; separated by commas, or a list, for `in` and `notIn`. */
	value?: unknown;
	type: ValueType;
}

/**
 * Writes a value as a quoted FIQL text. TOPdesk documents two quotes and no escape, so a value can
 * only be written inside a quote that it does not contain. One that ends in a backslash is refused:
 * if TOPdesk did read it as an escape, the closing quote would be part of the value.
 */
export function fiqlText(value: string): string {
	if (value.endsWith('\\')) {
		throw new Error(`TOPdesk cannot search for a text that ends in a backslash: ${value}. Leave it out.`);
	}
	if (!value.includes("'")) return `'${value}'`;
	if (!value.includes('"')) return `"${value}"`;
	throw new Error(
		`TOPdesk cannot search for a text with both kinds of quotes: ${value}. Leave one kind out.`,
	);
}

/** Writes one condition. @param timezone IANA zone in which dates without an offset are meant */
export function fiqlCondition({ field, comparison, value, type }: Condition, timezone: string): string {
	if (!/^[A-Za-z]\w*(\.\w+)*$/.test(field)) {
		throw new Error(`'${field}' is not the name of a field. Write it as briefDescription or category.name.`);
	}
	const sign = COMPARISONS[comparison];
	if (comparison === 'empty' || comparison === 'notEmpty') return field + sign;
	const write = (one: unknown) => fiqlValue(one, type, timezone);
	if (comparison !== 'in' && comparison !== 'notIn') return field + sign + write(value);
	const given = Array.isArray(value) ? value : String(value ?? '').split(',');
	const values = given.map((one) => (typeof one === 'string' ? one.trim() : one)).filter((one) => one !== '');
	if (values.length === 0) throw new Error(`Give at least one value for ${field}, separated by commas.`);
	return `${field}${sign}(${values.map(write).join(',')})`;
}

function fiqlValue(value: unknown, type: ValueType, timezone: string): string {
	const text = String(value ?? '').trim();
	switch (type) {
		case 'text':
			return fiqlText(String(value ?? ''));
		case 'date':
			return queryMoment(value, timezone);
		case 'number':
			if (text === '' || !Number.isFinite(Number(text))) throw new Error(`'${text}' is not a number.`);
			return String(Number(text));
		case 'boolean':
			if (!/^(true|false)$/i.test(text)) throw new Error(`'${text}' is not true or false.`);
			return text.toLowerCase();
	}
}

/** Joins conditions that must all hold; brackets keep an `,` (or) inside its own condition. */
export function fiqlAnd(conditions: string[]): string {
	return joined(conditions, ';');
}

/** Joins conditions of which one must hold. */
export function fiqlOr(conditions: string[]): string {
	return joined(conditions, ',');
}

function joined(conditions: string[], sign: ',' | ';'): string {
	const given = conditions.map((condition) => condition.trim()).filter(Boolean);
	return given.length === 1 ? given[0]! : given.map((condition) => `(${condition})`).join(sign);
}
