import { z } from 'zod/v4';
import { fiqlAnd, fiqlCondition, fiqlOr, type Comparison, type Condition } from '../../api/fiql';
import { isId } from '../../api/schemas';
import { collection, flag, moment, text } from '../fields';
import { listOf } from '../list-of';
import type { Operation } from '../operation';

/** What is asked of a major incident: what is known of the fault, and nothing of who reported or handles it. */
const FIELDS = [
	...['id', 'number', 'status', 'briefDescription', 'majorCall', 'majorCallObject', 'publishToSsd'],
	...['category', 'subcategory', 'branch', 'location', 'impact', 'priority', 'processingStatus'],
	...['callDate', 'creationDate', 'modificationDate', 'targetDate'],
	...['completed', 'completedDate', 'closed', 'closedDate'],
].join(',');
const LINES = ['firstLine', 'secondLine'];
const ARCHIVED = LINES.map((line) => `${line}Archived`);

const optionsSchema = z.object({
	also: z.unknown(),
	closedSince: z.unknown(),
});

/**
 * Gives major incidents that are not closed, oldest first, without caller, operator or what was written: `id`, `number`,
 * `briefDescription`, `majorCall`, `publishToSsd`, `branch`, `location`, `callDate`, `targetDate`, `completed`, `closed` and
 * the like. Those of _Also Incidents_ come whatever they are by now: solved, closed, archived, or no major incident any more.
 * Source: `majorCall`, `publishToSsd` and the FIQL search of `GET /incidents`, of TOPdesk's incident API 4.2.
 */
export const getMajor: Operation = {
	value: 'getMajor',
	name: 'Get Major Incidents',
	action: 'Get major incidents',
	description: 'Get disturbances that many notice, without the personal data of who reported them',
	fields: [
		flag(
			'Only Published',
			'onlyPublished',
			'Whether to give only those that TOPdesk shows in the self-service portal',
			true,
		),
		collection('Options', 'options', 'Add Option', [
			text('Also Incidents', 'also', {
				description:
					'IDs of incidents to give whatever they are by now, separated by commas or as a list: to hear that one was solved',
			}),
			moment('Closed Since', 'closedSince', {
				description: 'Also give those that were closed from this moment on',
			}),
		]),
	],
	run({ client, read, timezone }) {
		const { also, closedSince } = optionsSchema.parse(read('options', {}) ?? {});
		const where = (condition: Omit<Condition, 'comparison'> & { comparison?: Comparison }) =>
			fiqlCondition({ comparison: 'equals', ...condition }, timezone);
		const is = (field: string, value: boolean) => where({ field, value, type: 'boolean' });
		const onLine = (value: string[]) => where({ field: 'status', comparison: 'in', value, type: 'text' });
		const closed = { field: 'closedDate', value: closedSince, type: 'date' } as const;
		const lasts = fiqlAnd([is('closed', false), onLine(LINES)]);
		const current = closedSince ? fiqlOr([lasts, where({ ...closed, comparison: 'greaterOrEqual' })]) : lasts;
		const published = z.boolean().parse(read('onlyPublished', true)) ? [is('publishToSsd', true)] : [];
		const major = fiqlAnd([is('majorCall', true), current, ...published]);
		const known = listOf(also).filter(isId);
		const byId = { field: 'id', comparison: 'in', value: known, type: 'text' } as const;
		const wanted = known.length > 0 ? fiqlOr([major, where(byId)]) : major;
		return client.eachIncident({
			query: fiqlAnd([wanted, onLine([...LINES, ...ARCHIVED])]),
			fields: FIELDS,
			all: true,
			sort: 'creationDate:asc',
		});
	},
};
