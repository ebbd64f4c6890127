import { ApiError } from '../../shared/http/api-error';
import { NoAnswerError } from '../../shared/http/transport';
import { describeZodError } from '../../shared/n8n/to-node-error';
import type { TopdeskClient } from '../api/client';
import type { IncidentHappening } from './events';
import { callSchema, MOST_BYTES, whatHappened } from './webhook-call';
import { isSecret, SECRET_HEADER } from './webhook-secret';

export interface IncomingCall {
	/** Names in lower case. */
	headers: Record<string, unknown>;
	body: unknown;
	/** The right one, as `goodSecret` gives it. */
	secret: string;
	/** Events to start for. */
	events: readonly string[];
	open: () => Promise<TopdeskClient>;
}

/** What to start the workflow with, or else what to answer; `message` is for the log of TOPdesk. */
export type CallAnswer =
	| { started: IncidentHappening & { changeId: string } }
	| { started?: undefined; status: number; message?: string };

/** Judges a call from an action sequence. Whoever does not know the secret learns nothing. */
export async function answerCall({ headers, body, secret, events, open }: IncomingCall): Promise<CallAnswer> {
	if (!isSecret(headers[SECRET_HEADER], secret)) return { status: 401 };
	const bytes = Math.max(Number(headers['content-length'] ?? 0), JSON.stringify(body ?? '').length);
	if (bytes > MOST_BYTES) return { status: 413, message: `The body is larger than ${MOST_BYTES} bytes` };
	const call = callSchema.safeParse(body);
	if (!call.success) return { status: 400, message: describeZodError(call.error) };
	if (!events.includes(call.data.event)) return { status: 202 };
	try {
		const told = await whatHappened(await open(), call.data);
		return told ? { started: { changeId: told.changeId, ...told.event } } : { status: 202 };
	} catch (error) {
		if (error instanceof ApiError && error.failure === 'not-found')
			return { status: 404, message: error.message };
		if (error instanceof ApiError || error instanceof NoAnswerError) {
			return { status: 502, message: error.message };
		}
		throw error;
	}
}
