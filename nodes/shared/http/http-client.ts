import { setTimeout as sleepFor } from 'node:timers/promises';
import { NoAnswerError, type HttpRequest, type HttpResponse, type Transport } from './transport';

export interface RetryPolicy {
	/** How often a request is sent at most, the first time included. */
	attempts: number;
	/** Milliseconds before the second attempt at most; doubles after that. */
	firstDelayMs: number;
	/** A longer wait than this is not waited for: the answer is given back and the caller comes again later. */
	maxDelayMs: number;
	/** Ends every request and wait, for example when the run is cancelled. */
	signal?: AbortSignal;
	/** Injected by tests. */
	sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
	/** Injected by tests; between 0 and 1. */
	random?: () => number;
}

export const DEFAULT_RETRY: RetryPolicy = { attempts: 4, firstDelayMs: 500, maxDelayMs: 30_000 };

/** Milliseconds in a Retry-After header (seconds or HTTP date), or undefined. */
export function retryAfterMs(response: HttpResponse, now = Date.now()): number | undefined {
	const value = response.headers['retry-after']?.trim();
	if (!value) return undefined;
	if (/^\d+$/.test(value)) return Number(value) * 1000;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Between half of the wait and all of it, so that workers that failed together do not come back together. */
const jittered = (ms: number, random: () => number) => Math.round(ms * (0.5 + random() / 2));

/**
 * Wraps a transport with the retries that are safe:
 * - 429 for every method, after Retry-After (the server says it did nothing);
 * - 5xx and no answer only for reads (GET, or `readOnly: true` for APIs that read by POST);
 * - a connection that was refused for every method: the request never arrived.
 * A write with a doubtful outcome is never repeated here; see `createOnce`.
 */
export function withRetry(transport: Transport, policy: RetryPolicy = DEFAULT_RETRY) {
	const sleep = policy.sleep ?? ((ms, signal) => sleepFor(ms, undefined, { signal }));
	const random = policy.random ?? Math.random;

	return async (request: HttpRequest & { readOnly?: boolean }): Promise<HttpResponse> => {
		const { readOnly = request.method === 'GET', ...rest } = request;
		const plain = { ...rest, signal: rest.signal ?? policy.signal };
		for (let attempt = 1; ; attempt++) {
			const last = attempt >= policy.attempts;
			const longest = Math.min(policy.firstDelayMs * 2 ** (attempt - 1), policy.maxDelayMs);
			const backoff = jittered(longest, random);
			let wait: number;
			try {
				const response = await transport(plain);
				const again = response.status === 429 || (readOnly && response.status >= 500);
				if (!again || last) return response;
				wait = retryAfterMs(response) ?? backoff;
				if (wait > policy.maxDelayMs) return response;
			} catch (error) {
				const again = error instanceof NoAnswerError && (readOnly || !error.doubtful);
				// A host name or certificate does not mend itself within seconds.
				const hopeless = error instanceof NoAnswerError && ['ENOTFOUND', 'CERT'].includes(error.code);
				if (!again || last || hopeless) throw error;
				wait = backoff;
			}
			await sleep(wait, plain.signal);
		}
	};
}
export type HttpSend = ReturnType<typeof withRetry>;
