/** What was filled in as a list: separated by commas, chosen from a list, or given by an expression. */
export const listOf = (given: unknown): string[] =>
	(Array.isArray(given) ? given : String(given ?? '').split(','))
		.map((one) => String(one).trim())
		.filter((one) => one !== '');
