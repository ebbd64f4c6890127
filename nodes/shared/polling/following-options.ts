import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';

const DEFAULTS = { knownFromDays: 30, lookBackHours: 0, maxChanges: 500, maxKnown: 2000, overlapMinutes: 5 };

export const followingSchema = z.object({
	knownFromDays: z.number().min(0).max(3650).default(DEFAULTS.knownFromDays),
	lookBackHours: z.number().min(0).max(8760).default(DEFAULTS.lookBackHours),
	maxChanges: z.number().int().min(1).max(10_000).default(DEFAULTS.maxChanges),
	maxKnown: z.number().int().min(0).max(20_000).default(DEFAULTS.maxKnown),
	overlapMinutes: z.number().min(1).max(1440).default(DEFAULTS.overlapMinutes),
});

/** What an administrator can set of a trigger that follows changes; read with `followingSchema`. */
export const followingOptions: INodeProperties[] = [
	{
		displayName: 'Known From (Days)',
		name: 'knownFromDays',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 3650 },
		default: DEFAULTS.knownFromDays,
		description:
			'When the workflow is activated for the first time, the records that changed in the last days are looked at, so that the first change of each can be compared with what it was',
	},
	{
		displayName: 'Look Back (Hours)',
		name: 'lookBackHours',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 8760 },
		default: DEFAULTS.lookBackHours,
		description:
			'When the workflow is activated for the first time, also give what happened in the last hours. With 0 it starts from now.',
	},
	{
		displayName: 'Maximum Changes',
		name: 'maxChanges',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10_000 },
		default: DEFAULTS.maxChanges,
		description:
			'How many changed records to take at most at a time. The next poll goes on where this one stopped.',
	},
	{
		displayName: 'Overlap (Minutes)',
		name: 'overlapMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: DEFAULTS.overlapMinutes,
		description:
			'How far each poll looks back before the newest change it knows. Make it longer than the clocks of the servers differ. Nothing is given twice by it.',
	},
	{
		displayName: 'Remembered Records',
		name: 'maxKnown',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 20_000 },
		default: DEFAULTS.maxKnown,
		description:
			'Of how many records to remember what they were, to tell what changed in them. Each takes about 100 bytes in the database of n8n.',
	},
];
