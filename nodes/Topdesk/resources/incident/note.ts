import { plainTextToHtml } from '../../incident/text';
import { flag, lines } from '../fields';
import type { Operation } from '../operation';
import { HTML } from './fields';
import { INCIDENT, incidentKey } from './key';
import { required } from '../required';

/** TOPdesk has no way to add to the progress trail but to change the incident. Gives the incident. */
export const addNote: Operation = {
	value: 'addNote',
	name: 'Add Note',
	action: 'Add a note to an incident',
	description: 'Write in the progress trail, for everybody or for operators only',
	fields: [
		INCIDENT,
		lines('Note', 'note', { required: true }),
		flag('Visible for Caller', 'visibleForCaller', 'Whether the caller can read the note too'),
		HTML,
	],
	async run({ client, read }) {
		const note = required('Fill in a note').parse(read('note'));
		const body = {
			action: read('html', false) ? note : plainTextToHtml(note),
			actionInvisibleForCaller: !read('visibleForCaller', false),
		};
		return [await client.updateIncident(incidentKey(read), body)];
	},
};
