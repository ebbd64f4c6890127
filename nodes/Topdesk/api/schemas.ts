import { z } from 'zod/v4';

/** TOPdesk's ids look like UUIDs, but not all of them carry a valid UUID version. */
export const idSchema = z
	.string()
	.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'A TOPdesk ID looks like a UUID');
export const isId = (value: string): boolean => idSchema.safeParse(value).success;

/** One entry of a list of the environment (category, call type, impact, ...). */
export const lookupSchema = z.looseObject({ id: z.string(), name: z.string() });
export type Lookup = z.infer<typeof lookupSchema>;

/** Absent fields are null in some answers and left out in others. */
const named = z.looseObject({ id: z.string().nullish(), name: z.string().nullish() }).nullish();

/** An incident as TOPdesk gives it. Only what this package reads is checked; the rest passes through. */
export const incidentSchema = z.looseObject({
	id: z.string().min(1),
	number: z.string().min(1),
	status: z.string().nullish(),
	briefDescription: z.string().nullish(),
	externalNumber: z.string().nullish(),
	creationDate: z.string().nullish(),
	category: named,
	processingStatus: named,
	closed: z.boolean().nullish(),
});
export type Incident = z.infer<typeof incidentSchema>;

/**
 * An incident in a list, as it came: only what makes it an incident is checked, because checking all
 * of it copies it, which for a hundred thousand costs as much as reading them.
 */
export const listedIncidentSchema: z.ZodType<Incident> = z.custom<Incident>((value) => {
	const { id, number } = (value ?? {}) as Partial<Incident>;
	return typeof id === 'string' && id !== '' && typeof number === 'string' && number !== '';
});

export const versionSchema = z.looseObject({ version: z.string() });

const exactlyOneKey = (value: object) =>
	Object.values(value).filter((part) => part !== undefined).length === 1;
const byId = z.strictObject({ id: idSchema });
/** TOPdesk refuses an id and a name together. */
const byIdOrName = z
	.strictObject({ id: idSchema.optional(), name: z.string().min(1).optional() })
	.refine(exactlyOneKey, 'Give either an ID or a name');

const callerLookupSchema = z
	.strictObject({ id: idSchema.optional(), email: z.string().min(1).optional() })
	.refine(exactlyOneKey, 'Give either an ID or an email address');

/** Somebody who is not in TOPdesk's own list of persons. */
const unregisteredCallerSchema = z.looseObject({
	dynamicName: z.string().min(1).max(109),
	email: z.string().max(100).optional(),
	phoneNumber: z.string().max(25).optional(),
	mobileNumber: z.string().max(25).optional(),
	branch: byId.optional(),
});

const fields = {
	briefDescription: z.string().min(1).max(80).optional(),
	request: z.string().optional(),
	action: z.string().optional(),
	actionInvisibleForCaller: z.boolean().optional(),
	externalNumber: z.string().min(1).max(60).optional(),
	category: byIdOrName.optional(),
	subcategory: byIdOrName.optional(),
	callType: byIdOrName.optional(),
	entryType: byIdOrName.optional(),
	impact: byIdOrName.optional(),
	urgency: byIdOrName.optional(),
	priority: byIdOrName.optional(),
	duration: byIdOrName.optional(),
	processingStatus: byIdOrName.optional(),
	closureCode: byIdOrName.optional(),
	object: byIdOrName.optional(),
	operator: byId.optional(),
	operatorGroup: byId.optional(),
	supplier: byId.optional(),
	branch: byId.optional(),
	location: byId.optional(),
	sla: byId.optional(),
	targetDate: z.string().optional(),
	onHold: z.boolean().optional(),
	completed: z.boolean().optional(),
	closed: z.boolean().optional(),
	callerLookup: callerLookupSchema.optional(),
	caller: unregisteredCallerSchema.optional(),
};

/** The body of a new incident. Fields that this package does not know are left to TOPdesk to judge. */
export const createBodySchema = z
	.looseObject({ ...fields, status: z.enum(['firstLine', 'secondLine', 'partial']).optional() })
	.refine((body) => !(body.caller && body.callerLookup), {
		path: ['caller'],
		message: 'Give a registered caller (callerLookup) or an unregistered one (caller), not both',
	});
export type CreateBody = z.infer<typeof createBodySchema>;

/** The body of a change. The line (`status`) changes by escalating, not here. */
export const updateBodySchema = z
	.looseObject({ ...fields, status: z.never('The line of an incident cannot be updated').optional() })
	.refine((body) => Object.keys(body).length > 0, 'Give at least one field to change');
export type UpdateBody = z.infer<typeof updateBodySchema>;
