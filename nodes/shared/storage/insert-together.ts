import { CompiledQuery, type Insertable } from 'kysely';
import type { RegisterDatabase } from './database';
import { isPostgres } from './dialect';
import type { RegisterSchema } from './schema';

/** New rows of one table, all with the same columns. */
export interface NewRows {
	table: keyof RegisterSchema;
	rows: readonly object[];
	/** A row that has this column in common with one that is there, is left out. */
	unless?: string;
}

/** @param unless a column by which a row that is there already stays as it is */
export const into = <Table extends keyof RegisterSchema>(
	table: Table,
	rows: ReadonlyArray<Insertable<RegisterSchema[Table]>>,
	unless?: keyof RegisterSchema[Table] & string,
): NewRows => ({ table, rows, unless });

/** Inserts into several tables: in PostgreSQL in one statement, since each one is a journey over the network. */
export async function insertTogether(db: RegisterDatabase, inserts: readonly NewRows[]): Promise<void> {
	const values = (insert: NewRows) => insert.rows.flatMap((row) => Object.values(row) as unknown[]);
	if (!isPostgres(db)) {
		for (const insert of inserts) {
			await db.executeQuery(
				CompiledQuery.raw(
					toSql(insert, () => '?'),
					values(insert),
				),
			);
		}
		return;
	}
	let number = 0;
	const statements = inserts.map((insert) => toSql(insert, () => `$${++number}`));
	const last = statements.pop()!;
	const before = statements.map((statement, index) => `part_${index} as (${statement})`).join(', ');
	const sql = before ? `with ${before} ${last}` : last;
	await db.executeQuery(CompiledQuery.raw(sql, inserts.flatMap(values)));
}

function toSql({ table, rows, unless }: NewRows, placeholder: () => string): string {
	const columns = Object.keys(rows[0]!);
	const lines = rows.map(() => `(${columns.map(placeholder).join(', ')})`);
	const conflict = unless === undefined ? '' : ` on conflict ("${unless}") do nothing`;
	return `insert into "${table}" ("${columns.join('", "')}") values ${lines.join(', ')}${conflict}`;
}
