import { z } from 'zod/v4';
import { SUPPLIERS } from '../../shared/domain/codebook';
import { ANNOUNCEMENT_STATES, SOURCE_NAMES, wordsSchema } from '../../shared/domain/pdc/announcement';

/**
 * What a supplier's system says now of planned work or a disturbance. What it does not say is left out and stays
 * as it was known.
 */
export const reportSchema = z.object({
	source: z.enum(SOURCE_NAMES),
	sourceId: z.string().min(1),
	number: z.string(),
	supplier: z.enum(SUPPLIERS),
	state: z.enum(ANNOUNCEMENT_STATES),
	start: z.iso.datetime().nullable().optional(),
	end: z.iso.datetime().nullable().optional(),
	title: wordsSchema.shape.title,
	place: wordsSchema.shape.place.optional(),
});
export type Report = z.output<typeof reportSchema>;
