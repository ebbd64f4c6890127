export type QueryValue = string | number | boolean;

/** The query of a request; a list becomes the same name more than once, undefined is left out. */
export type HttpQuery = Record<string, QueryValue | readonly QueryValue[] | undefined>;

/** One HTTP request, as every API client in this package asks for it. */
export interface HttpRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Absolute URL without query. */
	url: string;
	query?: HttpQuery;
	headers?: Record<string, string>;
	/** Sent as JSON. A string or Buffer is sent as it is: for bodies a plain object cannot express. */
	body?: unknown;
	/** Milliseconds to wait for an answer. */
	timeoutMs?: number;
	/**
	 * `stream` gives the bytes of a good answer as a stream in `body`, so that a large file is never in memory;
	 * `text` gives the text as it came, for JSON with numbers that `JSON.parse` would round.
	 */
	answer?: 'stream' | 'text';
	/** Ends the request, and the waiting between attempts, with its own reason. */
	signal?: AbortSignal;
}

/**
 * An answer with any status. Header names are in lower case; `body` is parsed JSON, else text, else
 * undefined; a stream where that was asked for and the status is good; text where that was asked for.
 */
export interface HttpResponse {
	status: number;
	headers: Record<string, string>;
	body: unknown;
}

/** Sends one request and resolves for every status. Throws `NoAnswerError` when there was no answer at all. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

/** Codes that say for certain that the request never reached the server. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'CERT']);

/** No answer came: refused, unknown host, time-out, or the connection was cut. */
export class NoAnswerError extends Error {
	override readonly name = 'NoAnswerError';

	constructor(
		/** Node's error code, for example `ECONNREFUSED` or `ETIMEDOUT`; `UNKNOWN` when there was none. */
		readonly code: string,
		message: string,
		options?: { cause?: unknown },
	) {
		super(message, options);
	}

	/** True when the server may have carried the request out. */
	get doubtful(): boolean {
		return !NEVER_SENT.has(this.code);
	}
}

/** Finds the network error code somewhere in an error and its causes, as axios and n8n wrap them. */
export function networkErrorCode(error: unknown): string {
	const seen = new Set<unknown>();
	let current: unknown = error;
	while (current && typeof current === 'object' && !seen.has(current)) {
		seen.add(current);
		const { code, cause, errorResponse } = current as {
			code?: unknown;
			cause?: unknown;
			errorResponse?: unknown;
		};
		if (typeof code === 'string' && /^(E[A-Z_]+|UND_ERR_[A-Z_]+)$/.test(code)) {
			return code === 'ECONNABORTED' ? 'ETIMEDOUT' : code;
		}
		current = cause ?? errorResponse;
	}
	const text = error instanceof Error ? error.message : '';
	if (/certificate|self-signed|SSL|TLS/i.test(text)) return 'CERT';
	return /\b(E[A-Z]{4,})\b/.exec(text)?.[1] ?? (/timeout|timed out/i.test(text) ? 'ETIMEDOUT' : 'UNKNOWN');
}

const EXPLANATIONS: Record<string, string> = {
	ECONNREFUSED:
		'the server refuses the connection. Check the address and port, and whether the server is running',
	ENOTFOUND: 'the host name is unknown. Check the address for typing errors',
	EAI_AGAIN: 'the host name could not be looked up. Check the address and the DNS of this server',
	EHOSTUNREACH: 'the server cannot be reached from here. Check the network and the firewall',
	ENETUNREACH: 'the server cannot be reached from here. Check the network and the firewall',
	ETIMEDOUT: 'the server did not answer in time. Try again later, or check the network',
	ECONNRESET: 'the connection was cut before an answer came',
	EPIPE: 'the connection was cut before an answer came',
	CERT: 'the certificate of the server is not trusted. Ask the administrator of that server for a valid certificate',
};

/** Turns whatever a transport threw into a `NoAnswerError` that says what to check. */
export function noAnswer(error: unknown, url: string): NoAnswerError {
	const code = networkErrorCode(error);
	const host = URL.canParse(url) ? new URL(url).host : url;
	const why = EXPLANATIONS[code] ?? `no answer (${error instanceof Error ? error.message : String(error)})`;
	return new NoAnswerError(code, `Cannot reach ${host}: ${why}.`, { cause: error });
}

/** Reads a JSON text; answers that are not JSON stay text, an empty one is undefined. */
export function parseBody(body: unknown): unknown {
	if (body === '' || body === null) return undefined;
	if (typeof body !== 'string') return body;
	try {
		return JSON.parse(body) as unknown;
	} catch {
		return body;
	}
}

/** Whether an answer to a question for a stream comes as one: what a refusal says is read as usual. */
export const comesAsStream = (request: HttpRequest, status: number): boolean =>
	request.answer === 'stream' && status >= 200 && status < 300;
