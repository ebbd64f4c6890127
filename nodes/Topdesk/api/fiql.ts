/** Writes a value as a quoted FIQL text. TOPdesk documents two quotes and no escape. */
export function fiqlText(value: string): string {
	if (!value.includes("'")) return `'${value}'`;
	if (!value.includes('"')) return `"${value}"`;
	throw new Error(
		`TOPdesk cannot search for a text with both kinds of quotes: ${value}. Leave one kind out.`,
	);
}

/** Joins conditions that must all hold; brackets keep an `,` (or) inside its own condition. */
export function fiqlAnd(conditions: string[]): string {
	const given = conditions.map((condition) => condition.trim()).filter(Boolean);
	return given.length === 1 ? given[0]! : given.map((condition) => `(${condition})`).join(';');
}
