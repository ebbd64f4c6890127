import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { workingHoursSchema, WorkingCalendar } from '../working-time/working-calendar';
import { updateTextsSchema } from './message';
import { quietHoursSchema } from './quiet-hours';
import { termsSchema } from './terms';

/** All that an organisation chooses about keeping customers informed. */
export const updateSettingsSchema = z.object({
	terms: termsSchema.prefault({}),
	calendar: workingHoursSchema.prefault({}),
	quiet: quietHoursSchema.prefault({}),
	/** Working days that a customer has to react to a solution before the signal may be closed. */
	closeAfterDays: z.number().int().min(1).max(250).default(5),
	texts: updateTextsSchema.prefault({}),
});
export type UpdateSettings = z.output<typeof updateSettingsSchema>;

/** The settings by which moments are reckoned, in short: with others every moment is reckoned anew. */
export function planFingerprint({ terms, calendar, closeAfterDays }: UpdateSettings): string {
	return createHash('sha256')
		.update(JSON.stringify([terms, calendar, closeAfterDays]))
		.digest('hex');
}

export const calendarOf = ({ calendar }: UpdateSettings): WorkingCalendar => new WorkingCalendar(calendar);
