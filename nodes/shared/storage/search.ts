import { sql } from 'kysely';
import { z } from 'zod/v4';
import { CATEGORIES, SUPPLIERS } from '../domain/codebook';
import { statusSchema } from '../domain/signal';
import type { RegisterDatabase } from './database';
import type { SignalRow } from './signal-rows';

/** What to look for; every part that is given must hold. */
export const criteriaSchema = z.object({
	status: z.array(statusSchema).optional(),
	category: z.array(z.enum(CATEGORIES)).optional(),
	supplier: z.array(z.enum(SUPPLIERS)).optional(),
	customerEmail: z.string().optional(),
	/** In the reference, the subject or the text. */
	contains: z.string().optional(),
	registeredFrom: z.iso.datetime({ offset: true }).optional(),
	/** Up to, not including. */
	registeredUntil: z.iso.datetime({ offset: true }).optional(),
	limit: z.number().int().positive().max(100_000).default(50),
});
export type SignalCriteria = z.input<typeof criteriaSchema>;

const likeEscaped = (text: string) => `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;

/** Rows of the signals that answer to the criteria, newest first. */
export async function searchRows(db: RegisterDatabase, input: SignalCriteria): Promise<SignalRow[]> {
	const criteria = criteriaSchema.parse(input);
	let query = db
		.selectFrom('signals')
		.selectAll()
		.orderBy('registered_at', 'desc')
		.orderBy('reference', 'desc');
	if (criteria.status?.length) query = query.where('status', 'in', criteria.status);
	if (criteria.category?.length) query = query.where('category', 'in', criteria.category);
	if (criteria.supplier?.length) query = query.where('supplier', 'in', criteria.supplier);
	if (criteria.customerEmail)
		query = query.where('customer_email', '=', criteria.customerEmail.toLowerCase());
	if (criteria.registeredFrom) {
		query = query.where('registered_at', '>=', new Date(criteria.registeredFrom).toISOString());
	}
	if (criteria.registeredUntil) {
		query = query.where('registered_at', '<', new Date(criteria.registeredUntil).toISOString());
	}
	if (criteria.contains) {
		const pattern = likeEscaped(criteria.contains);
		query = query.where((where) =>
			where.or(
				(['reference', 'subject', 'text'] as const).map(
					(column) => sql<boolean>`lower(${where.ref(column)}) like ${pattern.toLowerCase()} escape '\\'`,
				),
			),
		);
	}
	return await query.limit(criteria.limit).execute();
}
