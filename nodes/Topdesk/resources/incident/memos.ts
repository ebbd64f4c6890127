import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { rowSchema } from '../../api/api';
import { incidentPath } from '../../api/incident-key';
import { PAGING } from '../../api/paging';
import { idSchema } from '../../api/schemas';
import { DELETED } from '../deleted';
import { collection, flag, text } from '../fields';
import type { Operation, OperationContext } from '../operation';
import { INCIDENT, incidentKey } from './key';
import { subList } from './sub-list';

const MEMO_OPTIONS: INodeProperties = collection('Options', 'options', 'Add Option', [
	flag('Images in Text', 'inlineImages', 'Whether the texts carry their images as well'),
]);

function memoQuery(read: OperationContext['read']) {
	const { inlineImages } = read('options', {}) as { inlineImages?: boolean };
	return { inlineimages: inlineImages || undefined };
}

export const getProgressTrail = subList({
	value: 'getProgressTrail',
	name: 'Get Progress Trail',
	action: 'Get the progress trail of an incident',
	description: 'Get what was written and attached, newest first',
	below: '/progresstrail',
	paging: PAGING.trail,
	fields: [MEMO_OPTIONS],
	query: memoQuery,
});

export const countProgressTrail: Operation = {
	value: 'countProgressTrail',
	name: 'Count Progress Trail',
	action: 'Count the progress trail of an incident',
	description: 'Count what was written and attached',
	fields: [INCIDENT],
	async run({ client, read }) {
		const key = incidentKey(read);
		const count = await client.api.read('GET', z.looseObject({ count: z.number() }), {
			what: `count the progress trail of incident ${key}`,
			path: incidentPath(key, '/progresstrail/count'),
		});
		return [count];
	},
};

/** The three things to do with the texts of one kind. */
function memoOperations(kind: 'action' | 'request', label: string) {
	const list = `/${kind}s`;
	const field = text(`${label} ID`, `${kind}Id`, {
		required: true,
		description: `The ID of the ${kind}, as Get ${label}s gives it`,
	});
	const path = (read: OperationContext['read']) => {
		const id = idSchema.parse(String(read(field.name)).trim());
		return incidentPath(incidentKey(read), `${list}/${id}`);
	};
	const many = subList({
		value: `get${label}s`,
		name: `Get ${label}s`,
		action: `Get the ${kind}s of an incident`,
		description: `Get the texts of the ${kind} field, newest first`,
		below: list,
		paging: kind === 'action' ? PAGING.trail : PAGING.requests,
		fields: [MEMO_OPTIONS],
		query: memoQuery,
	});
	const one: Operation = {
		value: `get${label}`,
		name: `Get ${label}`,
		action: `Get a text of the ${kind} field of an incident`,
		description: `Get one text of the ${kind} field`,
		fields: [INCIDENT, field, MEMO_OPTIONS],
		run: async ({ client, read }) => [
			await client.api.read('GET', rowSchema, {
				what: `get the ${kind}`,
				path: path(read),
				query: memoQuery(read),
			}),
		],
	};
	const remove: Operation = {
		value: `delete${label}`,
		name: `Delete ${label}`,
		action: `Delete a text of the ${kind} field of an incident`,
		description: `Delete one text of the ${kind} field`,
		fields: [INCIDENT, field],
		async run({ client, read }) {
			await client.api.ask('DELETE', { what: `delete the ${kind}`, path: path(read) });
			return [DELETED];
		},
	};
	return [many, one, remove];
}

export const memos: Operation[] = [
	...memoOperations('action', 'Action'),
	...memoOperations('request', 'Request'),
];
