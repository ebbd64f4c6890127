import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { FoundDocument, SearchTerm } from './search-terms';

/**
 * `search_documents` holds the words of each signal, already cut and stemmed, so that PostgreSQL has nothing to
 * judge: its own parser and dictionaries would find other words than SQLite does.
 */
export async function makePostgresIndex(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table search_documents (
			number bigserial primary key,
			signal_id text not null unique references signals (id),
			words text not null,
			terms tsvector generated always as (array_to_tsvector(string_to_array(words, ' '))) stored
		)
	`.execute(db);
	// Without many words in its statistics PostgreSQL takes a rare word for a common one, and reads the whole table.
	await sql`alter table search_documents alter column terms set statistics 1000`.execute(db);
	await sql`create index search_documents_by_terms on search_documents using gin (terms)`.execute(db);
}

/** Every term, as a `tsquery`. */
export const postgresQuery = (terms: readonly SearchTerm[]): string =>
	terms.map(({ stem, start }) => (start ? `('${stem}' | '${start}':*)` : `'${stem}'`)).join(' & ');

/** The documents that answer to a query (`postgresQuery`), as a table for `from` or `join`. */
export const postgresMatches = (query: string): RawBuilder<FoundDocument> =>
	// Not as a value: how common the words are decides the plan.
	sql`(select number, signal_id from search_documents where terms @@ ${sql.lit(query)}::tsquery)`;
