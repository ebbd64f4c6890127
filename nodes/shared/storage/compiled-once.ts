import type { Compilable, CompiledQuery } from 'kysely';
import type { RegisterDatabase } from './database';
import { isPostgres } from './dialect';

/** Stands in a compiled query for the value of an argument. */
class Slot {
	constructor(readonly argument: number) {}
}

/**
 * A query whose SQL is made the first time that it is asked, for what is asked many times over: making the SQL takes
 * longer than the answer of an index. `build` may only pass its arguments on as values, and not look at them.
 */
export function compiledOnce<Arguments extends unknown[], Row>(
	build: (db: RegisterDatabase, ...args: Arguments) => Compilable<Row>,
): (db: RegisterDatabase, ...args: Arguments) => Promise<Row[]> {
	const compiled = new Map<boolean, CompiledQuery<Row>>();
	return async (db, ...args) => {
		const dialect = isPostgres(db);
		const slots = args.map((_, argument) => new Slot(argument)) as unknown as Arguments;
		const query = compiled.get(dialect) ?? build(db, ...slots).compile();
		compiled.set(dialect, query);
		const parameters = query.parameters.map((value) =>
			value instanceof Slot ? args[value.argument] : value,
		);
		return (await db.executeQuery<Row>({ ...query, parameters })).rows;
	};
}
