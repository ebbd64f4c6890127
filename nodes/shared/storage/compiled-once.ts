import type { Compilable, CompiledQuery } from 'kysely';
import type { RegisterDatabase } from './database';
import { isPostgres } from './dialect';

/** Stands in a compiled query for a value: the how many-th. */
class Slot {
	constructor(readonly value: number) {}
}

/** More shapes than people ask of one question; then it starts anew. */
const MAX_SHAPES = 200;

/**
 * A query whose SQL is made the first time that it is asked, for what is asked many times over: making the SQL takes
 * longer than the answer of an index. `build` may only pass its arguments on as values, and not look at them; but it
 * may look at what is left out (undefined) and at how many values a list has, as each such shape has an SQL of its own.
 */
export function compiledOnce<Arguments extends unknown[], Row>(
	build: (db: RegisterDatabase, ...args: Arguments) => Compilable<Row>,
): (db: RegisterDatabase, ...args: Arguments) => Promise<Row[]> {
	const compiled = new Map<string, CompiledQuery<Row>>();
	return async (db, ...args) => {
		const values: unknown[] = [];
		const slots = withSlots(args, values) as Arguments;
		const shape = `${isPostgres(db)} ${JSON.stringify(slots)}`;
		let query = compiled.get(shape);
		if (!query) {
			if (compiled.size >= MAX_SHAPES) compiled.clear();
			query = build(db, ...slots).compile();
			compiled.set(shape, query);
		}
		const parameters = query.parameters.map((value) => (value instanceof Slot ? values[value.value] : value));
		return (await db.executeQuery<Row>({ ...query, parameters })).rows;
	};
}

/** The same with a slot in the place of each value; the values are added to `values`. */
function withSlots(given: unknown, values: unknown[]): unknown {
	if (given === undefined) return undefined;
	if (Array.isArray(given)) return given.map((value) => withSlots(value, values));
	if (typeof given === 'object' && given !== null) {
		return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, withSlots(value, values)]));
	}
	return new Slot(values.push(given) - 1);
}
