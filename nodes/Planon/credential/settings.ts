import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { RANGE_NOTATIONS } from '../api/filter';

const timeZoneSchema = z
	.string()
	.trim()
	.transform((zone) => zone || 'Europe/Amsterdam')
	.refine((zone) => DateTime.local({ zone }).isValid, 'Write the time zone as Europe/Amsterdam');

/** A Planon environment, from the credential. */
export const planonSettingsSchema = z.looseObject({
	baseUrl: z.string(),
	basePath: z.string().trim().min(1, 'Fill in the Base Path in the credential'),
	authentication: z.enum(['accessKey', 'clientCredentials']).default('accessKey'),
	accessKey: z.string().default(''),
	/** The last day on which the key works; empty when nobody filled it in. */
	accessKeyExpiresOn: z
		.string()
		.trim()
		.transform((day) => day.slice(0, 10))
		.refine(
			(day) => day === '' || DateTime.fromISO(day).isValid,
			'Write the date on which the access key expires as 2027-03-01',
		)
		.default(''),
	warnDaysAhead: z.number().int().min(0).default(30),
	tokenUrl: z.string().trim().default(''),
	clientId: z.string().trim().default(''),
	clientSecret: z.string().default(''),
	scope: z.string().trim().default(''),
	testDefinition: z.string().trim().default(''),
	timeZone: timeZoneSchema.default('Europe/Amsterdam'),
	rangeNotation: z.enum(RANGE_NOTATIONS).default('duplicate'),
	batchUrl: z.enum(['full', 'path']).default('full'),
	openApiPath: z.string().trim().default('openapi/{definition}'),
	openApiMethod: z.enum(['GET', 'POST']).default('POST'),
	allowUnauthorizedCerts: z.boolean().default(false),
});
export type PlanonSettings = z.infer<typeof planonSettingsSchema>;
