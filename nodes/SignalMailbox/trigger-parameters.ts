import { z } from 'zod/v4';

/** What an administrator fills in at the trigger. */
export const triggerParametersSchema = z.object({
	folder: z.string().trim().min(1, 'Fill in the folder to look in'),
	maximumMails: z.number().int().min(1).max(1000),
	maximumSizeMb: z.number().min(1).max(100),
	downloadAttachments: z.boolean(),
});
