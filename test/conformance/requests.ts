import type { HttpRequest } from '../../nodes/shared/http/transport';

/** A request by its path behind /tas/api, and whether the published API allows it. */
export type Case = [
	what: string,
	allowed: boolean,
	method: HttpRequest['method'],
	path: string,
	rest?: Pick<HttpRequest, 'query' | 'body'>,
];

const NOBODY = '7c1a5e0e-1111-4000-a000-000000000000';

/**
 * What the published API expresses in its schema. Rules that stand in its prose only (unknown names,
 * archived incidents, a caller in two ways) are in the unit tests of the client.
 * @param known an incident that exists in the simulator
 */
export function casesFor(known: { id: string; number: string }): Case[] {
	const byId = `/incidents/id/${known.id}`;
	const byNumber = `/incidents/number/${encodeURIComponent(known.number)}`;
	const list = (query: HttpRequest['query']) => ['GET', '/incidents', { query }] as const;
	const create = (body: unknown) => ['POST', '/incidents', { body }] as const;
	const update = (body: unknown) => ['PATCH', byId, { body }] as const;
	return [
		['a list', true, ...list({})],
		['a page', true, ...list({ pageStart: 0, pageSize: 10000 })],
		['a page of nothing', false, ...list({ pageSize: 0 })],
		['a page that is too large', false, ...list({ pageSize: 10001 })],
		['a page size in letters', false, ...list({ pageSize: 'tien' })],
		['a search', true, ...list({ query: "externalNumber=='R-2026-000123'", all: true })],
		['an order and fields', true, ...list({ sort: 'creationDate:desc', fields: 'id,number' })],
		['dates in ISO 8601', true, ...list({ dateFormat: 'iso8601' })],
		['dates in another form', false, ...list({ dateFormat: 'rfc822' })],
		['neither true nor false', false, ...list({ all: 'misschien' })],

		['an incident with texts', true, ...create({ briefDescription: 'x'.repeat(80), request: 'a<br>b' })],
		['an incident with a long external number', true, ...create({ externalNumber: 'x'.repeat(60) })],
		[
			'an incident with names',
			true,
			...create({ category: { name: 'Werkplek' }, impact: { name: 'Persoon' } }),
		],
		['an incident with a line', true, ...create({ status: 'secondLine' })],
		['an incident with a date', true, ...create({ targetDate: '2026-11-03T16:00:00.000+0000' })],
		['an incident with a caller', true, ...create({ caller: { dynamicName: 'x'.repeat(109) } })],
		[
			'an incident with a known caller',
			true,
			...create({ callerLookup: { email: 'j.devries@minvenj.example' } }),
		],
		['a brief description that is too long', false, ...create({ briefDescription: 'x'.repeat(81) })],
		['a brief description that is a number', false, ...create({ briefDescription: 12 })],
		['an external number that is too long', false, ...create({ externalNumber: 'x'.repeat(61) })],
		['a category that is a text', false, ...create({ category: 'Werkplek' })],
		['a category with an ID that is none', false, ...create({ category: { id: 'Werkplek' } })],
		['a line in the wrong case', false, ...create({ status: 'FirstLine' })],
		['a date that is none', false, ...create({ targetDate: 'morgen' })],
		['a truth in words', false, ...create({ closed: 'true' })],
		['a caller whose name is too long', false, ...create({ caller: { dynamicName: 'x'.repeat(110) } })],
		['a caller who is a text', false, ...create({ caller: 'Jan de Vries' })],
		['a registered caller with an ID that is none', false, ...create({ callerLookup: { id: 'Jan' } })],
		['a list of incidents at once', false, ...create([{ briefDescription: 'x' }])],

		['an incident by its ID', true, 'GET', byId],
		['an incident by its number', true, 'GET', byNumber],
		['an incident by an ID that is none', false, 'GET', '/incidents/id/I-2611-001'],
		['a note', true, ...update({ action: 'Gebeld', actionInvisibleForCaller: true })],
		['a change by number', true, 'PATCH', byNumber, { body: { processingStatus: { name: 'Gereed' } } }],
		['a change by PUT', true, 'PUT', byId, { body: { closed: true } }],
		['a change that is too long', false, ...update({ briefDescription: 'x'.repeat(81) })],
		['a note that is a number', false, ...update({ action: 12 })],
		['an operator with an ID that is none', false, ...update({ operator: { id: 'Jan' } })],

		['the progress trail', true, 'GET', `${byId}/progresstrail`, { query: { page_size: 100 } }],
		[
			'the progress trail in a page that is too large',
			false,
			'GET',
			`${byId}/progresstrail`,
			{ query: { page_size: 101 } },
		],
		['the categories', true, 'GET', '/incidents/categories'],
		['the subcategories', true, 'GET', '/incidents/subcategories'],
		['the statuses', true, 'GET', '/incidents/statuses'],
		['something that is not there', false, 'GET', `/incidents/ids/${NOBODY}`],
		['a removal, which does not exist', false, 'DELETE', byId],
	];
}
