import { z } from 'zod/v4';
import { text } from './fields';
import type { Resource } from './operation';
import { readJson } from './read-json';

/** What TOPdesk takes at most. */
const MAX_BYTES = 15_000_000;

const NAME = 'The name of a webhook has at most 50 small letters, digits, - and _';
const nameSchema = z
	.string(NAME)
	.trim()
	.regex(/^[a-z0-9-_]{1,50}$/, NAME);

/** TOPdesk takes the call (202) and runs the sequence later: gives `{accepted: true}`. */
export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	operations: [
		{
			value: 'trigger',
			name: 'Trigger',
			action: 'Trigger an action sequence',
			description: 'Start an action sequence in TOPdesk by its inbound webhook',
			fields: [
				text('Webhook Name', 'webhook', {
					required: true,
					placeholder: 'signaal-ontvangen',
					description: 'The last part of the address of the webhook in TOPdesk',
				}),
				{
					displayName: 'Body (JSON)',
					name: 'body',
					type: 'json',
					default: '{}',
					description: 'What the action sequence gets, at most 15 MB',
				},
			],
			async run({ client, read }) {
				const name = nameSchema.parse(read('webhook'));
				const body = JSON.stringify(readJson(read('body', '{}'), 'Body') ?? {});
				if (Buffer.byteLength(body) > MAX_BYTES) {
					throw new Error('The body is larger than the 15 MB that TOPdesk takes. Send less in it.');
				}
				await client.api.ask('POST', {
					what: `trigger the webhook ${name}`,
					path: `/services/action-v1/api/webhooks/${name}`,
					headers: { 'content-type': 'application/json' },
					body,
				});
				return [{ accepted: true }];
			},
		},
	],
};
