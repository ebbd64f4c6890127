import { z } from 'zod/v4';
import { CATEGORIES, SUPPLIERS, URGENCIES } from '../codebook';
import type { Classification } from '../signal';

const days = z.number().int().min(1).max(250);

/** In working days. The first answer counts from what the customer wrote, the rest from what we told last. */
export const termSchema = z.object({
	firstAnswer: days.default(2),
	every: days.default(5),
	/** How long a supplier may be silent about a ticket before a coordinator hears of it. */
	supplierSilence: days.default(5),
});
export type Term = z.output<typeof termSchema>;

/** A term for some signals; what is null or left out holds for all. */
const exceptionSchema = z.object({
	firstAnswer: days.optional(),
	every: days.optional(),
	supplierSilence: days.optional(),
	category: z.enum(CATEGORIES).nullable().default(null),
	urgency: z.enum(URGENCIES).nullable().default(null),
	supplier: z.enum(SUPPLIERS).nullable().default(null),
});

export const termsSchema = z.object({
	normal: termSchema.prefault({}),
	/** From top to bottom: of each number of days the first exception that fits and has it counts. */
	exceptions: z.array(exceptionSchema).default([]),
});
export type Terms = z.output<typeof termsSchema>;

type Deciding = Pick<Classification, 'category' | 'urgency' | 'supplier'>;

/** The term of a signal; the normal one when nothing is known of it. */
export function termFor({ normal, exceptions }: Terms, known: Deciding | null): Term {
	const fitting = exceptions.filter(({ category, urgency, supplier }) =>
		Object.entries({ category, urgency, supplier }).every(
			([field, value]) => value === null || known?.[field as keyof Deciding] === value,
		),
	);
	const chosen = (name: keyof Term) =>
		fitting.map((exception) => exception[name]).find((value) => value !== undefined) ?? normal[name];
	return {
		firstAnswer: chosen('firstAnswer'),
		every: chosen('every'),
		supplierSilence: chosen('supplierSilence'),
	};
}
