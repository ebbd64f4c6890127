import { z } from 'zod/v4';
import { MOST_IN_ANSWER } from '../reading/windows';
import type { RecordsToFollow } from './follow-records';
import { trackedFields } from './tracked-fields';
import { RECORD_EVENTS } from './tracked-record';

const parametersSchema = z.object({
	events: z.array(z.enum(RECORD_EVENTS)).min(1, 'Choose at least one event'),
	onlyWithReference: z.boolean(),
	options: z.object({ mostInAnswer: z.number().int().min(2).default(MOST_IN_ANSWER) }),
});

/** What to follow, from what was filled in at the trigger and in the credential. */
export function recordsToFollow(
	read: (name: string, fallback?: unknown) => unknown,
	credential: Record<string, unknown>,
	timeZone: string,
): RecordsToFollow {
	const { options, ...rest } = parametersSchema.parse({
		events: read('events'),
		onlyWithReference: read('onlyWithReference'),
		options: read('options', {}),
	});
	return { ...rest, ...options, fields: trackedFields(read, credential), timeZone };
}
