import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type {
	IAllExecuteFunctions,
	IDataObject,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import { noAnswer, parseBody, type Transport } from '../http/transport';

type RequestContext = IAllExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/**
 * The transport inside n8n: n8n adds the credential, its proxy and certificate settings, and cancels with the run.
 * @param renewsToken for a credential whose token ends: n8n then gets another one after a 401, and asks again
 */
export function n8nTransport(
	context: RequestContext,
	credentialType: string,
	skipTls = false,
	renewsToken = false,
): Transport {
	return async (request) => {
		const options: IHttpRequestOptions = {
			method: request.method,
			url: request.url,
			qs: request.query as IDataObject,
			headers: { accept: 'application/json', ...request.headers },
			body: request.body as IHttpRequestOptions['body'],
			json: typeof request.body !== 'string',
			timeout: request.timeoutMs ?? 60_000,
			returnFullResponse: true,
			// n8n renews a token only when the 401 is an error to it.
			ignoreHttpStatusErrors: renewsToken ? { ignore: true, except: [401] } : true,
			encoding: request.responseType,
			skipSslCertificateValidation: skipTls,
		};
		if ('getExecutionCancelSignal' in context) options.abortSignal = context.getExecutionCancelSignal();
		try {
			const answer = (await context.helpers.httpRequestWithAuthentication.call(
				context as IAllExecuteFunctions,
				credentialType,
				options,
			)) as { statusCode: number; headers: Record<string, unknown>; body: unknown };
			const headers = Object.fromEntries(
				Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
			);
			return { status: answer.statusCode, headers, body: await bodyOf(answer) };
		} catch (error) {
			if (renewsToken && isRefusedToken(error)) {
				return { status: 401, headers: {}, body: { error: { message: (error as Error).message } } };
			}
			throw noAnswer(error, request.url);
		}
	};
}

/** A stream only where the answer is good: what is wrong is short, and is read. */
async function bodyOf({ statusCode, body }: { statusCode: number; body: unknown }): Promise<unknown> {
	if (!(body instanceof Readable)) return parseBody(body);
	return statusCode < 300 ? body : parseBody(await text(body));
}

/** No token to be had, or the renewed one was not taken either: to the caller that is a refusal, and not a silence. */
const isRefusedToken = (error: unknown): boolean =>
	(error as { httpCode?: unknown }).httpCode === '401' ||
	(error instanceof Error && /OAuth2 access token|needs to be reconnected/.test(error.message));
