import type { Insertable } from 'kysely';
import type { FollowUp } from '../domain/follow-up';
import type { Signal } from '../domain/signal';
import type { RegisterDatabase } from './database';
import type { SearchDocumentTable } from './schema';
import { searchableWords } from './search-terms';

type Searched = Pick<Signal, 'subject' | 'text' | 'customer'>;

const textsOf = (reference: string, { subject, text, customer }: Searched): Array<string | null> => [
	reference,
	subject,
	customer.name,
	customer.email,
	customer.organisation,
	text,
];

/** What makes a signal that is new in the register known to the search. */
export const searchRow = (
	reference: string,
	signal: Searched & { id: string },
): Insertable<SearchDocumentTable> => ({
	signal_id: signal.id,
	words: searchableWords(textsOf(reference, signal)),
});

/**
 * Makes all that the register holds of a signal known to the search anew: its own words, its tickets, and the
 * mails that followed. To be done after any of that changed, also when it was anonymised.
 */
export async function indexSignal(db: RegisterDatabase, signalId: string): Promise<void> {
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
	const words = searchableWords([
		...textsOf(reference, JSON.parse(content) as Searched),
		...tickets.map(({ number }) => number),
		...mails.flatMap(({ follow_up }) => {
			const { subject, text, sender } = JSON.parse(follow_up) as FollowUp;
			return [subject, sender.name, sender.email, text];
		}),
	]);
	await db
		.insertInto('search_documents')
		.values({ signal_id: signalId, words })
		.onConflict((conflict) => conflict.column('signal_id').doUpdateSet({ words }))
		.execute();
}
