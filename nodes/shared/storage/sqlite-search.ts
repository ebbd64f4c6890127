import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { FoundDocument, SearchTerm } from './search-terms';

/**
 * `search_documents` holds the words of each signal, already cut and stemmed; `search_words` is SQLite's index
 * (FTS5) on it. It splits at spaces and nowhere else, as its tokenizer `ascii` lets all other characters be.
 */
export async function makeSqliteIndex(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('search_documents')
		.addColumn('number', 'integer', (column) => column.primaryKey())
		.addColumn('signal_id', 'text', (column) => column.notNull().unique().references('signals.id'))
		.addColumn('words', 'text', (column) => column.notNull())
		.execute();
	await sql`
		create virtual table search_words using fts5(
			words, content = 'search_documents', content_rowid = 'number',
			tokenize = 'ascii', detail = 'none', columnsize = 0
		)
	`.execute(db);
	await sql`
		create trigger search_added after insert on search_documents begin
			insert into search_words (rowid, words) values (new.number, new.words);
		end
	`.execute(db);
	await sql`
		create trigger search_removed after delete on search_documents begin
			insert into search_words (search_words, rowid, words) values ('delete', old.number, old.words);
		end
	`.execute(db);
	await sql`
		create trigger search_changed after update of words on search_documents begin
			insert into search_words (search_words, rowid, words) values ('delete', old.number, old.words);
			insert into search_words (rowid, words) values (new.number, new.words);
		end
	`.execute(db);
}

/** Every term, as FTS5 asks for it. */
export const sqliteQuery = (terms: readonly SearchTerm[]): string =>
	terms.map(({ stem, start }) => (start ? `("${stem}" OR "${start}"*)` : `"${stem}"`)).join(' AND ');

/** The documents that answer to a query (`sqliteQuery`), as a table for `from` or `join`. */
export const sqliteMatches = (query: string): RawBuilder<FoundDocument> =>
	sql`(
		select search_words.rowid as number, search_documents.signal_id
		from search_words join search_documents on search_documents.number = search_words.rowid
		where search_words match ${query}
	)`;
