import type {
	IAllExecuteFunctions,
	IDataObject,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import { noAnswer, parseBody, type Transport } from '../http/transport';

type RequestContext = IAllExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** The transport inside n8n: n8n adds the credential, its proxy and certificate settings, and cancels with the run. */
export function n8nTransport(context: RequestContext, credentialType: string, skipTls = false): Transport {
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
			ignoreHttpStatusErrors: true,
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
			return { status: answer.statusCode, headers, body: parseBody(answer.body) };
		} catch (error) {
			throw noAnswer(error, request.url);
		}
	};
}
