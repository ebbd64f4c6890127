import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import axios from 'axios';
import {
	comesAsStream,
	noAnswer,
	parseBody,
	type HttpRequest,
	type Transport,
} from '../../nodes/shared/http/transport';

/** The transport outside n8n: the same contract as `n8nTransport`, on axios. */
export function axiosTransport(
	credential: { auth?: { username: string; password: string }; headers?: Record<string, string> } = {},
): Transport {
	const client = axios.create({
		...credential,
		proxy: false,
		validateStatus: () => true,
		transformResponse: (data: unknown) => data,
		paramsSerializer: { indexes: null },
		maxRedirects: 0,
	});
	return async (request) => {
		try {
			const { status, headers, data } = await client.request<unknown>({
				method: request.method,
				url: request.url,
				params: request.query,
				headers: { accept: 'application/json', ...request.headers },
				data: request.body,
				timeout: request.timeoutMs ?? 60_000,
				responseType: request.answer ?? 'text',
				signal: request.signal,
			});
			const flat = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
			return {
				status,
				headers: Object.fromEntries(flat) as Record<string, string>,
				body: await bodyOf(request, status, data),
			};
		} catch (error) {
			if (request.signal?.aborted) throw request.signal.reason;
			throw noAnswer(error, request.url);
		}
	};
}

async function bodyOf(request: HttpRequest, status: number, data: unknown): Promise<unknown> {
	if (request.answer === 'text' || comesAsStream(request, status)) return data;
	return parseBody(request.answer === 'stream' ? await text(data as Readable) : data);
}
