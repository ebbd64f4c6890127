import { sql } from 'kysely';
import { z } from 'zod/v4';
import { CATEGORIES, SUPPLIERS, URGENCIES } from '../domain/codebook';
import { referenceSchema, statusSchema } from '../domain/signal';
import type { RegisterDatabase } from './database';
import { isPostgres } from './dialect';
import { compiledOnce } from './compiled-once';
import { postgresMatches, postgresQuery } from './postgres-search';
import { searchTerms } from './search-terms';
import { unknownReference } from './signal-lookup';
import { STORED_SIGNAL, type StoredSignal } from './signal-rows';
import { sqliteMatches, sqliteQuery } from './sqlite-search';

/** What to look for; every part that is given must hold. */
export const criteriaSchema = z.object({
	status: z.array(statusSchema).optional(),
	category: z.array(z.enum(CATEGORIES)).optional(),
	supplier: z.array(z.enum(SUPPLIERS)).optional(),
	urgency: z.array(z.enum(URGENCIES)).optional(),
	handler: z.string().optional(),
	customerEmail: z.string().optional(),
	/**
	 * Words that must all be in the signal or in the mails that followed it, in any form (`lamp` finds
	 * `lampen`); `verlicht*` is any word that starts so. Also reference, customer and ticket numbers.
	 */
	contains: z.string().optional(),
	registeredFrom: z.iso.datetime({ offset: true }).optional(),
	/** Up to, not including. */
	registeredUntil: z.iso.datetime({ offset: true }).optional(),
	/** Goes on after the signal with this reference, the last one of the page before. */
	after: referenceSchema.optional(),
	limit: z.number().int().positive().max(100_000).default(50),
});
export type SignalCriteria = z.input<typeof criteriaSchema>;
type SearchCriteria = z.output<typeof criteriaSchema>;

/** What is asked of the database. */
interface Asked extends Pick<SearchCriteria, 'status' | 'category' | 'supplier' | 'urgency' | 'limit'> {
	handler?: string;
	email?: string;
	from?: string;
	until?: string;
	after?: Awaited<ReturnType<typeof placeOf>>;
	/** In the words of the database's index. */
	words?: string;
}

/**
 * Rows of the signals that answer to the criteria, the newest registration first.
 * @throws RegisterError when there is no signal with the reference to go on after
 */
export async function searchRows(db: RegisterDatabase, input: SignalCriteria): Promise<StoredSignal[]> {
	const { contains, after, registeredFrom, registeredUntil, customerEmail, handler, ...criteria } =
		criteriaSchema.parse(input);
	const terms = searchTerms(contains ?? '');
	// Words were asked for, but there is none in it: nothing has that.
	if (terms.length === 0 && contains) return [];
	const moment = (given: string | undefined) => given && new Date(given).toISOString();
	const asked: Asked = {
		...criteria,
		handler: handler || undefined,
		email: customerEmail?.toLowerCase() || undefined,
		from: moment(registeredFrom),
		until: moment(registeredUntil),
		after: after === undefined ? undefined : await placeOf(db, after),
	};
	if (terms.length === 0) return await newest(db, asked);
	if (!isPostgres(db)) return await newestWithWords(db, { ...asked, words: sqliteQuery(terms) });
	return await withWords(db, { ...asked, words: postgresQuery(terms) }, postgresMatches).execute();
}

function withCriteria(db: RegisterDatabase, asked: Asked) {
	let query = db
		.selectFrom('signals')
		.select(STORED_SIGNAL)
		.limit(sql<number>`${asked.limit}`);
	for (const column of ['status', 'category', 'supplier', 'urgency'] as const) {
		const [first, ...others] = asked[column] ?? [];
		// Of one value the index holds the newest first, of several it does not.
		if (first && others.length === 0) query = query.where(column, '=', first);
		else if (first) query = query.where(column, 'in', [first, ...others]);
	}
	if (asked.handler) query = query.where('handler', '=', asked.handler);
	if (asked.email) query = query.where('customer_email', '=', asked.email);
	if (asked.from) query = query.where('registered_at', '>=', asked.from);
	if (asked.until) query = query.where('registered_at', '<', asked.until);
	return query;
}

const newest = compiledOnce((db, asked: Asked) => {
	const { after } = asked;
	let query = withCriteria(db, asked);
	if (after) {
		query = query.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('registered_at', 'reference'), '<', tuple(after.registered_at, after.reference)),
		);
	}
	return query.orderBy('registered_at', 'desc').orderBy('reference', 'desc');
});

/** Documents are numbered in the order of registration, so that the newest are found without sorting. */
function withWords(db: RegisterDatabase, asked: Asked, matches: typeof sqliteMatches) {
	const documents = matches(asked.words!);
	let query = withCriteria(db, asked).innerJoin(documents.as('found'), 'found.signal_id', 'signals.id');
	if (asked.after) query = query.where('found.number', '<', asked.after.number);
	return query.orderBy('found.number', 'desc');
}

const newestWithWords = compiledOnce((db, asked: Asked) => withWords(db, asked, sqliteMatches));

/** Where a signal stands among the newest. @throws RegisterError when there is no signal with this reference */
async function placeOf(db: RegisterDatabase, reference: string) {
	const [place] = await places(db, reference);
	if (place) return place;
	throw unknownReference(reference);
}

const places = compiledOnce((db, reference: string) =>
	db
		.selectFrom('signals')
		.innerJoin('search_documents', 'search_documents.signal_id', 'signals.id')
		.select(['signals.registered_at', 'signals.reference', 'search_documents.number'])
		.where('signals.reference', '=', reference),
);
