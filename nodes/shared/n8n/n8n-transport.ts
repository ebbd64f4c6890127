import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type {
	IAllExecuteFunctions,
	IDataObject,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';
import { ApiError } from '../http/api-error';
import {
	comesAsStream,
	noAnswer,
	NoAnswerError,
	parseBody,
	type HttpRequest,
	type HttpResponse,
	type Transport,
} from '../http/transport';

type RequestContext = IAllExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** The signal that n8n gives when a run is cancelled; undefined where nothing can be cancelled. */
export function cancelSignal(context: RequestContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

export interface TransportSettings {
	skipTls?: boolean;
	/** The credential expires: after a 401, n8n renews it and asks once more. With a password that would only be refused twice. */
	expires?: boolean;
}

/** The transport inside n8n: n8n adds the credential, its proxy and certificate settings, and cancels with the run. */
export function n8nTransport(
	context: RequestContext,
	credentialType: string,
	settings: TransportSettings = {},
): Transport {
	return async (request) => {
		const signal = request.signal ?? cancelSignal(context);
		try {
			const answer = (await context.helpers.httpRequestWithAuthentication.call(
				context as IAllExecuteFunctions,
				credentialType,
				{ ...optionsFor(request, settings), abortSignal: signal },
			)) as N8nAnswer;
			return await responseOf(answer, request);
		} catch (error) {
			if (signal?.aborted) throw signal.reason;
			const thrownByCredential = domainErrorIn(error);
			if (thrownByCredential) throw thrownByCredential;
			if (isUnauthorized(error)) {
				return { status: 401, headers: {}, body: { error: { message: (error as Error).message } } };
			}
			throw noAnswer(error, request.url);
		}
	};
}

/**
 * The transport where n8n gives requests without a credential: in a credential that fetches a token. Its body holds a
 * secret, so it goes to no other address than that of the request.
 */
export function plainTransport(
	httpRequest: IAllExecuteFunctions['helpers']['httpRequest'],
	skipTls = false,
): Transport {
	return async (request) => {
		try {
			const options = { ...optionsFor(request, { skipTls }), disableFollowRedirect: true };
			return await responseOf((await httpRequest(options)) as N8nAnswer, request);
		} catch (error) {
			throw noAnswer(error, request.url);
		}
	};
}

interface N8nAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

function optionsFor(
	request: HttpRequest,
	{ skipTls = false, expires = false }: TransportSettings,
): IHttpRequestOptions {
	const asIs = typeof request.body === 'string' || Buffer.isBuffer(request.body);
	return {
		method: request.method,
		url: request.url,
		qs: request.query as IDataObject,
		arrayFormat: 'repeat',
		headers: { accept: 'application/json', ...request.headers },
		body: request.body as IHttpRequestOptions['body'],
		json: !asIs && request.answer === undefined,
		encoding: request.answer,
		timeout: request.timeoutMs ?? 60_000,
		returnFullResponse: true,
		ignoreHttpStatusErrors: expires ? { ignore: true, except: [401] } : true,
		skipSslCertificateValidation: skipTls,
		sendCredentialsOnCrossOriginRedirect: false,
	};
}

async function responseOf(answer: N8nAnswer, request: HttpRequest): Promise<HttpResponse> {
	const headers = Object.fromEntries(
		Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
	);
	return { status: answer.statusCode, headers, body: await bodyOf(answer, request) };
}

async function bodyOf({ statusCode, body }: N8nAnswer, request: HttpRequest): Promise<unknown> {
	if (request.answer === 'text') return body;
	if (request.answer !== 'stream') return parseBody(body);
	return comesAsStream(request, statusCode) ? body : parseBody(await text(body as Readable));
}

/** n8n's own error after a 401 that renewing the credential, where it can, did not mend, or where no token is to be had. */
const isUnauthorized = (error: unknown): boolean =>
	String((error as { httpCode?: unknown }).httpCode) === '401' ||
	(error instanceof Error && /OAuth2 access token|needs to be reconnected/.test(error.message));

/** What a credential threw while it fetched a token: n8n wraps it in an error of its own. */
function domainErrorIn(error: unknown): ApiError | NoAnswerError | undefined {
	let current = error;
	for (let depth = 0; current instanceof Error && depth < 5; depth++) {
		if (current instanceof ApiError || current instanceof NoAnswerError) return current;
		current = current.cause;
	}
	return undefined;
}
