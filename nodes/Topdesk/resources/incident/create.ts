import { bodyFrom, createInputSchema } from '../../incident/body';
import { createIncident } from '../../incident/create-incident';
import { choice, collection, flag, lines, text } from '../fields';
import type { Operation } from '../operation';
import { HTML, SHARED_FIELDS, SHORTEN } from './fields';

/** Gives `{ticket, incident, created, briefDescriptionShortened}`. */
export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create an incident',
	description: 'Create an incident, at most once for an external number',
	fields: [
		text('Brief Description', 'briefDescription', {
			required: true,
			description: 'What it is about, in one line of at most 80 characters',
		}),
		lines('Request', 'request', { description: 'The whole question or complaint. Line breaks are kept.' }),
		choice('Category', 'category', 'getCategories'),
		text('Caller Email', 'callerEmail', {
			placeholder: 'name@email.com',
			description:
				'Who reports it. A person TOPdesk knows by this address becomes the caller; anybody else is written down as an unregistered caller.',
		}),
		text('Caller Name', 'callerName', {
			description: 'The name to write down when TOPdesk does not know the caller',
		}),
		text('External Number', 'externalNumber', {
			placeholder: 'R-2026-000123',
			description:
				'Your own reference, at most 60 characters. With it, a run that is repeated does not make a second incident.',
		}),
		collection('Additional Fields', 'additionalFields', 'Add Field', [
			...SHARED_FIELDS,
			{
				displayName: 'Line',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'First Line', value: 'firstLine' },
					{ name: 'Second Line', value: 'secondLine' },
				],
				default: 'firstLine',
			},
		]),
		collection('Options', 'options', 'Add Option', [
			flag(
				'Reuse Incident With Same External Number',
				'reuse',
				'Whether to give the incident that already has this external number instead of creating another one',
				true,
			),
			SHORTEN,
			HTML,
		]),
	],
	async run({ client, read, timezone }) {
		const input = createInputSchema.parse({
			briefDescription: read('briefDescription'),
			callerEmail: read('callerEmail', ''),
			callerName: read('callerName', ''),
			...(read('options', {}) as object),
		});
		const { body, shortened } = bodyFrom(
			{
				...(read('additionalFields', {}) as object),
				briefDescription: input.briefDescription,
				request: read('request', ''),
				category: read('category', ''),
				externalNumber: read('externalNumber', ''),
			},
			{ timezone, ...input },
		);
		const caller = { email: input.callerEmail, name: input.callerName };
		const outcome = await createIncident(client, body, { caller, reuse: input.reuse });
		return [{ ...outcome, briefDescriptionShortened: shortened }];
	},
};
