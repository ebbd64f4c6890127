import { z } from 'zod/v4';
import { CATEGORIES, SUPPLIERS, URGENCIES } from '../domain/codebook';
import { referenceSchema, statusSchema } from '../domain/signal';
import type { RegisterDatabase } from './database';
import { isPostgres } from './dialect';
import { compiledOnce } from './compiled-once';
import { postgresMatches } from './postgres-search';
import { searchTerms } from './search-terms';
import { unknownReference } from './signal-lookup';
import { STORED_SIGNAL, type StoredSignal } from './signal-rows';
import { sqliteMatches } from './sqlite-search';

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

/**
 * Rows of the signals that answer to the criteria, the newest registration first.
 * @throws RegisterError when there is no signal with the reference to go on after
 */
export async function searchRows(db: RegisterDatabase, input: SignalCriteria): Promise<StoredSignal[]> {
	const criteria = criteriaSchema.parse(input);
	const terms = searchTerms(criteria.contains ?? '');
	// Words were asked for, but there is none in it: nothing has that.
	if (terms.length === 0 && criteria.contains) return [];
	const after = criteria.after === undefined ? undefined : await placeOf(db, criteria.after);
	const moment = (given: string) => new Date(given).toISOString();
	let query = db.selectFrom('signals').select(STORED_SIGNAL).limit(criteria.limit);
	for (const column of ['status', 'category', 'supplier', 'urgency'] as const) {
		const [first, ...others] = criteria[column] ?? [];
		// Of one value the index holds the newest first, of several it does not.
		if (first && others.length === 0) query = query.where(column, '=', first);
		else if (first) query = query.where(column, 'in', [first, ...others]);
	}
	if (criteria.handler) query = query.where('handler', '=', criteria.handler);
	if (criteria.customerEmail)
		query = query.where('customer_email', '=', criteria.customerEmail.toLowerCase());
	if (criteria.registeredFrom) {
		query = query.where('registered_at', '>=', moment(criteria.registeredFrom));
	}
	if (criteria.registeredUntil) {
		query = query.where('registered_at', '<', moment(criteria.registeredUntil));
	}
	if (terms.length === 0) {
		if (after) {
			query = query.where(({ eb, refTuple, tuple }) =>
				eb(refTuple('registered_at', 'reference'), '<', tuple(after.registered_at, after.reference)),
			);
		}
		return await query.orderBy('registered_at', 'desc').orderBy('reference', 'desc').execute();
	}
	// Documents are numbered in the order of registration, so that the newest are found without sorting.
	const documents = (isPostgres(db) ? postgresMatches : sqliteMatches)(terms);
	let found = query.innerJoin(documents.as('found'), 'found.signal_id', 'signals.id');
	if (after) found = found.where('found.number', '<', after.number);
	return await found.orderBy('found.number', 'desc').execute();
}

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
