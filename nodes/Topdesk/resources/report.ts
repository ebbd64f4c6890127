import { z } from 'zod/v4';
import { rowSchema } from '../api/api';
import { PAGING } from '../api/paging';
import { collection, LIMIT, RETURN_ALL, text } from './fields';
import { limitOf } from './limit';
import type { Resource } from './operation';

const optionsSchema = z.object({
	filter: z.string().trim().optional(),
	orderBy: z.string().trim().optional(),
	select: z.string().trim().optional(),
});

/** TOPdesk's OData feed for reports. Follows its links to further pages. */
export const report: Resource = {
	value: 'report',
	name: 'OData Report',
	operations: [
		{
			value: 'getAll',
			name: 'Get Many',
			action: 'Get many rows of a report',
			description: 'Read rows of the OData feed that TOPdesk has for reports',
			fields: [
				text('Entity', 'entity', {
					default: 'Incidents',
					required: true,
					description: 'The name of the set in the feed',
				}),
				RETURN_ALL,
				LIMIT,
				collection('Options', 'options', 'Add Option', [
					text('Filter', 'filter', { placeholder: 'creationDate ge 2025-01-01T00:00:00Z' }),
					text('Order By', 'orderBy', { placeholder: 'creationDate desc' }),
					text('Select', 'select', {
						placeholder: 'number,creationDate',
						description: 'Names of fields, separated by commas',
					}),
				]),
			],
			run({ client, read }) {
				const entity = z
					.string()
					.trim()
					.regex(/^\w+$/, 'Fill in the name of an entity, such as Incidents')
					.parse(read('entity'));
				const { filter, orderBy, select } = optionsSchema.parse(read('options', {}));
				return client.api.rows(
					{
						what: `read the report ${entity}`,
						path: `/services/reporting/v2/odata/${entity}/`,
						query: {
							$select: select || undefined,
							$filter: filter || undefined,
							$orderby: orderBy || undefined,
						},
						paging: PAGING.reports,
						schema: rowSchema,
					},
					{ limit: limitOf(read) },
				);
			},
		},
	],
};
