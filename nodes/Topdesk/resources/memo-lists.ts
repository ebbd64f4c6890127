import { rowSchema } from '../api/api';
import { PAGING } from '../api/paging';
import { LIMIT, RETURN_ALL } from './fields';
import { idOf, keyField, keyOf, pathOf, type Kind } from './kind';
import { limitOf } from './limit';
import type { Operation } from './operation';

/** An operation that lists what was written about a record. */
export const memoList = (
	kind: Kind,
	{ below, ...shown }: Pick<Operation, 'value' | 'name' | 'action' | 'description'> & { below: string },
): Operation => ({
	...shown,
	fields: [keyField(kind), RETURN_ALL, LIMIT],
	async *run({ client, read }) {
		const id = await idOf(client.api, kind, keyOf(kind, read));
		yield* client.api.rows(
			{
				what: `list the ${below.slice(1)} of ${kind.one}`,
				path: pathOf(kind, id, below),
				paging: PAGING.none,
				schema: rowSchema,
			},
			{ limit: limitOf(read) },
		);
	},
});

/** The progress trail and the requests, which changes and their activities both have. */
export const trailAndRequests = (kind: Kind): Operation[] => [
	memoList(kind, {
		below: '/progresstrail',
		value: 'getProgressTrail',
		name: 'Get Progress Trail',
		action: `Get the progress trail of ${kind.one}`,
		description: 'Get what was written and attached',
	}),
	memoList(kind, {
		below: '/requests',
		value: 'getRequests',
		name: 'Get Requests',
		action: `Get the requests of ${kind.one}`,
		description: 'Get the texts of the request field',
	}),
];
