import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import axios from 'axios';
import { noAnswer, parseBody, type Transport } from '../../nodes/shared/http/transport';

/** The transport outside n8n: the same contract as `n8nTransport`, on axios. */
export function axiosTransport(
	credential: { auth?: { username: string; password: string }; headers?: Record<string, string> } = {},
): Transport {
	const client = axios.create({
		...credential,
		proxy: false,
		validateStatus: () => true,
		transformResponse: (text: unknown) => text,
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
				responseType: request.responseType ?? 'text',
			});
			const flat = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
			return {
				status,
				headers: Object.fromEntries(flat) as Record<string, string>,
				body: await bodyOf(status, data),
			};
		} catch (error) {
			throw noAnswer(error, request.url);
		}
	};
}

const bodyOf = async (status: number, body: unknown): Promise<unknown> => {
	if (!(body instanceof Readable)) return parseBody(body);
	return status < 300 ? body : parseBody(await text(body));
};
