import { updateBodySchema } from '../../api/schemas';
import { bodyFrom, textOptionsSchema } from '../../incident/body';
import { explainRejection } from '../../incident/explain-rejection';
import { choice, collection, flag, lines, text } from '../fields';
import type { Operation } from '../operation';
import { HTML, SHARED_FIELDS, SHORTEN } from './fields';
import { INCIDENT, incidentKey } from './key';

/** Gives the incident as it is afterwards, and `briefDescriptionShortened: true` where that was needed. */
export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update an incident',
	description: 'Change an incident or add a note to it',
	fields: [
		INCIDENT,
		collection('Update Fields', 'updateFields', 'Add Field', [
			lines('Action', 'action', { description: 'A note, which is added to the progress trail' }),
			flag(
				'Action Invisible for Caller',
				'actionInvisibleForCaller',
				'Whether only operators can read the note',
			),
			text('Brief Description', 'briefDescription'),
			choice('Category', 'category', 'getCategories'),
			flag('Closed', 'closed', 'Whether the incident is closed', true),
			choice('Closure Code', 'closureCode', 'getClosureCodes'),
			flag('Completed', 'completed', 'Whether the incident is completed', true),
			text('External Number', 'externalNumber', { description: 'Your own reference, at most 60 characters' }),
			flag('On Hold', 'onHold', 'Whether the clock of the incident stands still', true),
			lines('Request', 'request', { description: 'A text that is added to the request' }),
			...SHARED_FIELDS,
		]),
		collection('Options', 'options', 'Add Option', [SHORTEN, HTML]),
	],
	async run({ client, read, timezone }) {
		const key = incidentKey(read);
		const options = textOptionsSchema.parse(read('options', {}));
		const written = bodyFrom(read('updateFields', {}) as object, { timezone, ...options });
		const body = updateBodySchema.parse(written.body);
		try {
			const incident = await client.updateIncident(key, body);
			return [written.shortened ? { ...incident, briefDescriptionShortened: true } : incident];
		} catch (error) {
			throw await explainRejection(client, body, error);
		}
	},
};
