import { z } from 'zod/v4';
import type { HttpSend } from '../../shared/http/http-client';
import { ApiError } from '../../shared/http/api-error';
import { bodyJson, type PlanonBody } from './body';
import { answerOf, codesToAnswer, post, type PlanonOutcome } from './call';
import { planonError, SYSTEM, unexpectedAnswer, type Asked } from './errors';
import { asJson } from './json';
import type { PlanonOptions } from './options';
import type { Notice } from './schemas';

/** Planon takes no more requests than this at a time. */
export const MOST_IN_BATCH = 20;

/** One request of a batch. */
export interface BatchRequest {
	/** Behind the base path, for example `read/UsrRequest`. */
	path: string;
	body: PlanonBody;
	asked: Asked;
	readOnly: boolean;
}

/** What came of one request of a batch: its records, or why it failed. */
export type BatchOutcome = PlanonOutcome | { error: Error };

const batchAnswerSchema = z.looseObject({
	responses: z.array(
		z.looseObject({
			id: z.coerce.string(),
			status: z.coerce.number().int(),
			/** As JSON or as its text: Planon's documents do not say. */
			body: z.unknown(),
		}),
	),
});
type BatchAnswer = Map<string, { status: number; body: unknown }>;

interface Batcher {
	send: HttpSend;
	api: string;
	options: PlanonOptions;
}

/** A request on its way, with the warnings that were answered for it. */
interface Pending {
	index: number;
	request: BatchRequest;
	answered: Notice[];
}

/**
 * Sends requests in batches of at most 20, in their order, and gives the outcome of each at its own
 * place. One that fails leaves the others alone; when a whole batch fails, each request in it fails
 * with that error and the next batches still go. Warnings are answered, in a batch of their own, as
 * the options allow.
 */
export async function sendBatch(
	batcher: Batcher,
	requests: readonly BatchRequest[],
): Promise<BatchOutcome[]> {
	const outcomes: BatchOutcome[] = [];
	let pending: Pending[] = requests.map((request, index) => ({ index, request, answered: [] }));
	while (pending.length > 0) {
		const warned: Pending[] = [];
		for (let start = 0; start < pending.length; start += MOST_IN_BATCH) {
			const part = pending.slice(start, start + MOST_IN_BATCH);
			const answers = await sendPart(batcher, part).catch((error: Error) => error);
			for (const one of part) {
				const outcome = outcomeOf(one, answers, batcher.options);
				if ('warnings' in outcome) warned.push({ ...one, answered: [...one.answered, ...outcome.warnings] });
				else outcomes[one.index] = outcome;
			}
		}
		pending = warned;
	}
	return outcomes;
}

async function sendPart({ send, api, options }: Batcher, part: readonly Pending[]): Promise<BatchAnswer> {
	const base = options.batchUrl === 'path' ? new URL(api).pathname : api;
	const written = part.map(({ index, request, answered }) => {
		const accept = answered.flatMap(({ code }) => code ?? []);
		const url = JSON.stringify(`${base}/${request.path}`);
		const body = bodyJson({ ...request.body, accept }, options.rangeNotation);
		return `{"id":"${index + 1}","url":${url},"body":${body}}`;
	});
	const asked = { what: 'run a batch', access: options.access };
	const readOnly = part.every(({ request }) => request.readOnly);
	const response = await post(send, `${api}/batch`, `{"requests":[${written.join(',')}]}`, options, readOnly);
	if (response.status < 200 || response.status >= 300) throw planonError(response, asked);
	const checked = batchAnswerSchema.safeParse(response.body);
	if (!checked.success) throw unexpectedAnswer(response, asked);
	return new Map(checked.data.responses.map(({ id, status, body }) => [id, { status, body: asJson(body) }]));
}

function outcomeOf(
	{ index, request, answered }: Pending,
	answers: BatchAnswer | Error,
	options: PlanonOptions,
): BatchOutcome | { warnings: Notice[] } {
	if (answers instanceof Error) return { error: answers };
	const answer = answers.get(String(index + 1));
	if (!answer) return { error: noAnswerFor(request) };
	try {
		const { asked } = request;
		const good = answerOf({ ...answer, headers: {} }, asked);
		const warnings = codesToAnswer(good, answered, options, asked);
		return warnings.length > 0 ? { warnings } : { records: good.records ?? [], answered };
	} catch (error) {
		return { error: error as Error };
	}
}

const noAnswerFor = ({ asked }: BatchRequest): ApiError =>
	new ApiError(
		SYSTEM,
		502,
		'temporarily-unavailable',
		`Planon answered the batch, but not the request in it to ${asked.what}`,
		'Look in Planon whether it was carried out before you run it again.',
	);
