import type { INodeProperties } from 'n8n-workflow';
import { rowSchema } from '../../api/api';
import { incidentPath } from '../../api/incident-key';
import type { Paging } from '../../../shared/http/paging';
import type { HttpQuery } from '../../../shared/http/transport';
import { LIMIT, RETURN_ALL } from '../fields';
import { limitOf } from '../limit';
import type { Operation, OperationContext } from '../operation';
import { INCIDENT, incidentKey } from './key';

interface SubList extends Pick<Operation, 'value' | 'name' | 'action' | 'description'> {
	/** What the list is behind the incident: `/actions`. */
	below: string;
	paging: Paging;
	fields?: INodeProperties[];
	query?: (read: OperationContext['read']) => HttpQuery;
}

/** An operation that lists what belongs to an incident. */
export const subList = ({ below, paging, fields = [], query, ...shown }: SubList): Operation => ({
	...shown,
	fields: [INCIDENT, RETURN_ALL, LIMIT, ...fields],
	run({ client, read }) {
		const key = incidentKey(read);
		return client.api.rows(
			{
				what: `list the ${below.slice(1)} of incident ${key}`,
				path: incidentPath(key, below),
				query: query?.(read),
				paging,
				schema: rowSchema,
			},
			{ limit: limitOf(read) },
		);
	},
});
