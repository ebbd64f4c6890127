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
			const url = JSON.parse(one.get('url')!) as string;
			const { authorization } = request.headers;
			const answer = await server.inject({
				method: 'POST',
				url: new URL(url, 'http://planon').pathname,
				headers: { 'content-type': 'application/json', [IN_BATCH]: '1', authorization },
				payload: one.get('body') ?? '{}',
			});
			responses.push({
				id: JSON.parse(one.get('id')!) as string,
				status: String(answer.statusCode),
				body: answer.body ? readJson(answer.body) : null,
			});
		}
		return { responses: responses.reverse() };
	});
}
