import { z } from 'zod/v4';
import { readJsonObject } from '../../shared/json-object';
import type { HttpQuery } from '../../shared/http/transport';
import { text } from './fields';
import type { Resource } from './operation';
import { readJson } from './read-json';

const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const;

/** Only inside TOPdesk: with the address of another host, that host would get the credential. */
const PATH =
	'Fill in a path of TOPdesk without the address before it or a query behind it, such as /tas/api/incidents';
const pathSchema = z
	.string(PATH)
	.trim()
	.regex(/^(?!.*\/(\.|%2e){1,2}(\/|$))\/(tas|services|solutions)\/[^?#\\]*$/i, PATH);

/** Gives each object of a list as an item of its own, and other answers as one item with `status` and `body`. */
export const apiRequest: Resource = {
	value: 'apiRequest',
	name: 'API Request',
	operations: [
		{
			value: 'send',
			name: 'Send',
			action: 'Send an API request',
			description: 'Ask anything of TOPdesk’s REST API that has no operation of its own',
			fields: [
				{
					displayName: 'Method',
					name: 'method',
					type: 'options',
					options: METHODS.map((method) => ({ name: method, value: method })),
					default: 'GET',
				},
				text('Path', 'path', { required: true, placeholder: '/tas/api/incidents' }),
				{
					displayName: 'Query (JSON)',
					name: 'query',
					type: 'json',
					default: '{}',
					description: 'Names and values of the query, such as {"pageSize": 10}',
				},
				{
					displayName: 'Headers (JSON)',
					name: 'headers',
					type: 'json',
					default: '{}',
					description: 'Names and values of headers, such as {"Accept": "application/json"}',
				},
				{
					displayName: 'Body (JSON)',
					name: 'body',
					type: 'json',
					default: '',
					displayOptions: { show: { method: ['DELETE', 'PATCH', 'POST', 'PUT'] } },
				},
			],
			async run({ client, read }) {
				const method = z.enum(METHODS).parse(read('method', 'GET'));
				const path = pathSchema.parse(read('path'));
				const headers = readJsonObject(read('headers', '{}'), 'Headers', '{"Accept": "application/json"}');
				const answer = await client.api.ask(method, {
					what: `${method} ${path}`,
					path,
					query: readJsonObject(read('query', '{}'), 'Query', '{"pageSize": 10}') as HttpQuery,
					headers: z.record(z.string(), z.coerce.string()).parse(headers),
					body: method === 'GET' ? undefined : readJson(read('body', ''), 'Body'),
				});
				const { status, body } = answer;
				if (Array.isArray(body) && body.every((row) => typeof row === 'object' && row !== null)) {
					return body as object[];
				}
				return [{ status, body: body ?? null }];
			},
		},
	],
};
