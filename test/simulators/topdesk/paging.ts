import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './errors';

export type Query = Record<string, string | undefined>;

/** A whole number in the query, within its bounds. */
export function wholeNumber(query: Query, name: string, otherwise: number, min: number, max: number): number {
	const text = query[name];
	if (text === undefined) return otherwise;
	const value = Number(text);
	if (!/^\d+$/.test(text) || value < min || value > max) {
		throw refuse(400, `The parameter '${name}' must be between ${min} and ${max}`);
	}
	return value;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Only the fields asked for, separated by commas. */
export function onlyFields<T extends object>(rows: T[], fields: string | undefined): T[] {
	const wanted = fields?.split(',');
	if (!wanted) return rows;
	return rows.map(
		(row) => Object.fromEntries(Object.entries(row).filter(([name]) => wanted.includes(name))) as T,
	);
}

/**
 * Sends one page as TOPdesk does: 204 and no body for nothing, 206 when there is more, 200 for the last.
 * `texts` has the pages that were sent before, by their address, for as long as nothing changes.
 */
export function sendPage<T>(
	request: FastifyRequest,
	reply: FastifyReply,
	rows: T[],
	page: { start: number; size: number; startName: string },
	{ wrap, type, texts }: { wrap: (rows: T[]) => object; type: string; texts?: Map<string, string> } = {
		wrap: (all) => all,
		type: JSON_TYPE,
	},
) {
	const rest = rows.slice(page.start, page.start + page.size);
	if (rest.length === 0) return reply.code(204).send();
	void reply.type(type);
	const text = texts?.get(request.url) ?? JSON.stringify(wrap(rest));
	texts?.set(request.url, text);
	if (page.start + page.size >= rows.length) return reply.code(200).send(text);
	const next = new URL(request.url, `${request.protocol}://${request.host}`);
	next.searchParams.set(page.startName, String(page.start + page.size));
	return reply.code(206).header('x-next-page-url', next.toString()).send(text);
}
