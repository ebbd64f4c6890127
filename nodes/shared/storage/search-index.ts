import type { Insertable } from 'kysely';
import type { FollowUp } from '../domain/follow-up';
import type { Signal } from '../domain/signal';
import type { RegisterDatabase } from './database';
import type { SearchDocumentTable } from './schema';
import { searchableWords } from './search-terms';
import { atEnd } from './write-transaction';

type DocumentRow = Insertable<SearchDocumentTable>;
type Searched = Pick<Signal, 'subject' | 'text' | 'customer'>;

const textsOf = (reference: string, { subject, text, customer }: Searched): Array<string | null> => [
	reference,
	subject,
	customer.name,
	customer.email,
	customer.organisation,
	text,
];

/** What the search knows of a signal that is new in the register. */
export const searchRow = (reference: string, signal: Searched & { id: string }): DocumentRow => ({
	signal_id: signal.id,
	words: searchableWords(textsOf(reference, signal)),
});

/** Makes a signal that is new in the register known to the search. */
export async function indexNewSignal(
	db: RegisterDatabase,
	reference: string,
	signal: Searched & { id: string },
): Promise<void> {
	await atEnd(db, writeDocuments, searchRow(reference, signal));
}

/**
 * Makes all that the register holds of a signal known to the search anew: its own words, its tickets, and the
 * mails that followed. To be done after any of that changed, also when it was anonymised.
 */
export async function indexSignal(db: RegisterDatabase, signalId: string): Promise<void> {
	await atEnd(db, writeDocuments, { signal_id: signalId });
}

const CHUNK = 500;

/**
 * Words that are left out are read from the register. Done at the end of a transaction: SQLite writes its index
 * (FTS5) to disk at every savepoint, which took a quarter of the time of registering.
 */
async function writeDocuments(
	db: RegisterDatabase,
	documents: ReadonlyArray<Pick<DocumentRow, 'signal_id'> & Partial<DocumentRow>>,
): Promise<void> {
	const rows: DocumentRow[] = [];
	const last = new Map(documents.map((document) => [document.signal_id, document]));
	for (const { signal_id, words } of last.values()) {
		rows.push({ signal_id, words: words ?? (await wordsOf(db, signal_id)) });
	}
	for (let start = 0; start < rows.length; start += CHUNK) {
		await db
			.insertInto('search_documents')
			.values(rows.slice(start, start + CHUNK))
			.onConflict((conflict) =>
				conflict.column('signal_id').doUpdateSet(({ ref }) => ({ words: ref('excluded.words') })),
			)
			.execute();
	}
}

async function wordsOf(db: RegisterDatabase, signalId: string): Promise<string> {
	const { reference, content } = await db
		.selectFrom('signals')
		.select(['reference', 'content'])
		.where('id', '=', signalId)
		.executeTakeFirstOrThrow();
	const tickets = await db.selectFrom('tickets').select('number').where('signal_id', '=', signalId).execute();
	const mails = await db
		.selectFrom('follow_ups')
		.select('follow_up')
		.where('signal_id', '=', signalId)
		.orderBy('registered_at')
		.execute();
	return searchableWords([
		...textsOf(reference, JSON.parse(content) as Searched),
		...tickets.map(({ number }) => number),
		...mails.flatMap(({ follow_up }) => {
			const { subject, text, sender } = JSON.parse(follow_up) as FollowUp;
			return [subject, sender.name, sender.email, text];
		}),
	]);
}
