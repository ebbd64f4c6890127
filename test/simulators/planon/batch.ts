import type { FastifyInstance } from 'fastify';
import { refusal } from './errors';
import { readJson } from './json';
import { textsIn } from './json-with-duplicates';

/** Marks a request that came inside a batch. */
export const IN_BATCH = 'x-in-batch';

/** At most twenty requests in one, each answered by itself, in no particular order. */
export function addBatch(server: FastifyInstance, basePath: string): void {
	server.post(`${basePath}/batch`, async (request) => {
		const requests = textsIn(request.body as string, 'requests');
		if (requests.length > 20) throw refusal('PN_B00001', 'A batch has at most 20 requests');
		const responses = [];
		for (const one of requests) {
			const { pathname } = new URL(JSON.parse(one.get('url')!) as string, 'http://planon');
			const answer = await fetch(new URL(pathname, server.listeningOrigin), {
				method: 'POST',
				headers: {
					'content-type': 'application/json',
					[IN_BATCH]: '1',
					authorization: request.headers.authorization!,
				},
				body: one.get('body') ?? '{}',
			});
			const text = await answer.text();
			responses.push({
				id: JSON.parse(one.get('id')!) as string,
				status: String(answer.status),
				body: text ? readJson(text) : null,
			});
		}
		return { responses: responses.reverse() };
	});
}
