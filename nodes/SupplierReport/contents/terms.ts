import { z } from 'zod/v4';

/** Within how many working days a signal must be closed. */
export const termSchema = z.object({
	/** Empty: every supplier. */
	supplier: z.string().trim().default(''),
	/** Empty: every category. */
	category: z.string().trim().default(''),
	days: z.coerce.number().int('An agreed term is a whole number of working days').min(0),
});
export type Term = z.output<typeof termSchema>;

/** The agreed term for a signal, the most precise that was filled in; null when none was. */
export function termFor(terms: readonly Term[], supplier: string, category: string): number | null {
	const fitting = terms.filter(
		(term) =>
			(term.supplier === '' || term.supplier === supplier) &&
			(term.category === '' || term.category === category),
	);
	const precision = (term: Term) => (term.supplier ? 2 : 0) + (term.category ? 1 : 0);
	fitting.sort((a, b) => precision(b) - precision(a));
	return fitting[0]?.days ?? null;
}
