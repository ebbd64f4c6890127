import { z } from 'zod/v4';

/** The parts of Microsoft Graph's answers that are used here (v1.0). */
export const folderSchema = z.object({ id: z.string().min(1), displayName: z.string() });

export const folderListSchema = z.object({ value: z.array(folderSchema) });

/** A message in a delta answer. After a change only what changed need be there. */
export const deltaMessageSchema = z.object({
	id: z.string().min(1),
	receivedDateTime: z.string().optional(),
	categories: z.array(z.string()).optional(),
	'@removed': z.object({ reason: z.string().optional() }).optional(),
});

export const deltaPageSchema = z.object({
	value: z.array(deltaMessageSchema),
	'@odata.nextLink': z.string().optional(),
	'@odata.deltaLink': z.string().optional(),
});
export type DeltaPage = z.infer<typeof deltaPageSchema>;

export const placeSchema = z.object({
	id: z.string().min(1),
	parentFolderId: z.string().min(1),
	categories: z.array(z.string()).default([]),
});

export const errorSchema = z.object({
	error: z.looseObject({ code: z.string().default(''), message: z.string().default('') }),
});
