import { z } from 'zod/v4';
import { workingHoursSchema } from '../working-time/working-calendar';
import { updateTextsSchema } from './message';
import { quietHoursSchema } from './quiet-hours';
import { termsSchema } from './terms';

/** By what it is reckoned when customers must hear something. It is kept in the register, so that all use the same. */
export const planSettingsSchema = z.object({
	terms: termsSchema.prefault({}),
	calendar: workingHoursSchema.prefault({}),
	/** Working days that a customer has to react to a solution before the signal may be closed. */
	closeAfterDays: z.number().int().min(1).max(250).default(5),
});
export type PlanSettings = z.output<typeof planSettingsSchema>;
export type PlanSettingsInput = z.input<typeof planSettingsSchema>;

/** How customers hear it. */
export const messageSettingsSchema = z.object({
	quiet: quietHoursSchema.prefault({}),
	texts: updateTextsSchema.prefault({}),
});
export type MessageSettings = z.output<typeof messageSettingsSchema>;
export type MessageSettingsInput = z.input<typeof messageSettingsSchema>;
