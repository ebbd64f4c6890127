import type { Resource } from '../operation';
import { attachments } from './attachments';
import { create } from './create';
import { get, getMany } from './get';
import { archive, deescalate, escalate, unarchive } from './line';
import { getMajor } from './major';
import { countProgressTrail, getProgressTrail, memos } from './memos';
import { addNote } from './note';
import { timeSpent } from './time-spent';
import { update } from './update';

export const incident: Resource = {
	value: 'incident',
	name: 'Incident',
	operations: [
		create,
		get,
		getMany,
		getMajor,
		update,
		addNote,
		escalate,
		deescalate,
		archive,
		unarchive,
		getProgressTrail,
		countProgressTrail,
		...memos,
		...attachments,
		...timeSpent,
	],
};
