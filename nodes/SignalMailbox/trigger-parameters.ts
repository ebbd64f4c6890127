import { z } from 'zod/v4';
import { SOURCE_CHOICES } from './descriptions/source';
import { optionalText } from './parameters';
import { colleagueList } from './parse/colleague-list';

const folderPath = z.string().trim().min(1, 'Fill in the folder to look in');

/** What an administrator fills in at the trigger. */
export const triggerParametersSchema = z.object({
	source: z.enum(SOURCE_CHOICES),
	/** One is text where it comes from an expression. */
	folder: z
		.union([folderPath.transform((path) => [path]), z.array(folderPath)])
		.transform((paths) => [...new Set(paths)])
		.pipe(z.array(z.string()).min(1, 'Fill in the folder to look in')),
	batchSize: z.number().int().min(1).max(1000),
	maximumMails: z.number().int().min(1).max(10_000),
	maximumInFlight: z.number().int().min(1).max(10_000),
	leaseMinutes: z.number().min(1).max(1440),
	skipKeyword: optionalText,
	colleagues: colleagueList,
	maximumSizeMb: z.number().min(1).max(100),
	downloadAttachments: z.boolean(),
});
export type TriggerParameters = z.infer<typeof triggerParametersSchema>;
